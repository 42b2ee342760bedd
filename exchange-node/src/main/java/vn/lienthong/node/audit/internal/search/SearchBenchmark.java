package vn.lienthong.node.audit.internal.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.Channel;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.Origin;
import vn.lienthong.node.audit.Outcome;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.search.EventCursor;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.audit.search.SearchTrial;
import vn.lienthong.node.database.Columns;

/** Fills the table of events with as many as an installation may gather, and measures how long an officer waits. */
@Component
class SearchBenchmark implements SearchTrial {

    private static final int ROWS = 500;
    private static final int COLUMNS = 15;
    private static final Duration SPAN = Duration.ofDays(90);
    private static final int REPEATED = 40;
    private static final int WARM_UP = 5;
    private static final int PAGE = 50;
    private static final int RECORDED = 20_000;
    private static final int RECORDERS = 64;
    private static final List<EventKind> ALL = List.of(EventKind.values());
    private static final EventKind[] OFTEN = {
        EventKind.DOCUMENT_VIEW,
        EventKind.DOCUMENT_VIEW,
        EventKind.DOCUMENT_PACKAGE,
        EventKind.DOCUMENT_FILE,
        EventKind.SESSION_START,
        EventKind.EVIDENCE_VIEW
    };

    private final JdbcTemplate database;
    private final EventQueries queries;
    private final AuditTrail trail;
    private final HourCounts hours;
    private final InstantSource clock;
    private final Random random = new Random(20_261_122);

    SearchBenchmark(
            JdbcTemplate database, EventQueries queries, HourCounts hours, AuditTrail trail, InstantSource clock) {
        this.database = database;
        this.hours = hours;
        this.queries = queries;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public void fill(long events, Consumer<String> progress) {
        String statement =
                "insert into audit_event (event_id, occurred_at, action, severity, outcome, channel, secrecy, actor,"
                        + " actor_role, object_kind, object_id, reason, correlation_id, address, log_entry) values "
                        + String.join(", ", Collections.nCopies(ROWS, "(" + "?, ".repeat(COLUMNS - 1) + "?)"));
        Instant begin = clock.instant().minus(SPAN);
        double step = (double) SPAN.toMillis() / events;
        for (long done = 0; done < events; done += ROWS) {
            List<Object> values = new ArrayList<>(ROWS * COLUMNS);
            for (int i = 0; i < ROWS; i++) {
                row(values, begin.plusMillis((long) ((done + i) * step)));
            }
            int written = database.update(statement, values.toArray());
            if ((done + written) % 100_000 == 0) {
                progress.accept((done + written) + " events");
            }
        }
        database.execute("analyze table audit_event");
        hours.recount();
    }

    private void row(List<Object> values, Instant at) {
        boolean rare = random.nextInt(1000) == 0;
        EventKind kind = rare ? ALL.get(random.nextInt(ALL.size())) : OFTEN[random.nextInt(OFTEN.length)];
        long low = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
        EventId id = new EventId(
                new UUID(EventId.first(at).value().getMostSignificantBits() | 0x7000 | random.nextInt(0x1000), low));
        values.add(id.octets());
        values.add(Columns.of(at));
        values.add(kind.action());
        values.add(kind.severity().name());
        values.add((random.nextInt(100) == 0 ? Outcome.BLOCKED : Outcome.SUCCESS).name());
        values.add((random.nextBoolean() ? Channel.WEB : Channel.API).name());
        values.add(random.nextInt(200) == 0 ? 1 : 0);
        values.add(account(random.nextInt(300)));
        values.add(random.nextInt(5) == 0 ? "LEADER" : "CLERK");
        values.add(EventObject.Kind.DOCUMENT.name());
        values.add(document(random.nextInt(30_000)));
        values.add("NONE");
        values.add(Long.toHexString(low) + "0".repeat(16));
        values.add(address(random.nextInt(500)));
        values.add(id.octets());
    }

    private static String account(int number) {
        return "account:" + number;
    }

    private static String document(int number) {
        return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L | number).toString();
    }

    private static String address(int number) {
        return "10.0." + number / 256 + "." + number % 256;
    }

    @Override
    public Map<String, Object> measure(Consumer<String> progress) {
        Map<String, Object> results = new LinkedHashMap<>();
        questions().forEach((name, question) -> {
            results.put(name, times(question));
            progress.accept(name + " " + results.get(name));
        });
        results.put("recordedPerSecond", recording());
        return results;
    }

    private Map<String, Supplier<Object>> questions() {
        Map<String, Supplier<Object>> questions = new LinkedHashMap<>();
        questions.put("newest24h", () -> page(span(Duration.ofDays(1))));
        questions.put("newest90d", () -> page(span(SPAN)));
        questions.put("deepPage", this::deep);
        questions.put("byActor", () -> page(term(FilterField.ACTOR, account(random.nextInt(300)))));
        questions.put(
                "whoSaw",
                () -> page(EventFilter.whoSaw(
                        document(random.nextInt(30_000)),
                        span(SPAN).from(),
                        span(SPAN).until())));
        questions.put("byAddress", () -> page(term(FilterField.ADDRESS, address(random.nextInt(500)))));
        questions.put("byRareAction", () -> page(term(FilterField.ACTION, "audit.erase")));
        questions.put("byClass", () -> page(term(FilterField.ABOUT, "KEY,DIRECTORY")));
        questions.put("blocked", () -> page(term(FilterField.OUTCOME, "BLOCKED")));
        questions.put(
                "blockedSecretOfActor",
                () -> page(term(FilterField.ACTOR, account(random.nextInt(300)))
                        .with(FilterField.OUTCOME, "BLOCKED")
                        .with(FilterField.SECRECY, "1")));
        questions.put(
                "nothingFound",
                () -> page(term(FilterField.REASON, "NO_SUCH_REASON")
                        .with(FilterField.ACTOR, account(random.nextInt(300)))));
        questions.put("countAll", () -> queries.count(span(SPAN), Secrecy.ORDINARY));
        questions.put(
                "countActor",
                () -> queries.count(term(FilterField.ACTOR, account(random.nextInt(300))), Secrecy.ORDINARY));
        questions.put("histogram24h", () -> queries.histogram(span(Duration.ofDays(1)), Secrecy.ORDINARY, 48));
        questions.put("histogram90d", () -> queries.histogram(span(SPAN), Secrecy.ORDINARY, 90));
        questions.put(
                "histogramActor90d",
                () -> queries.histogram(term(FilterField.ACTOR, account(random.nextInt(300))), Secrecy.ORDINARY, 90));
        return questions;
    }

    private Object deep() {
        Instant somewhere = clock.instant().minus(SPAN).plus(Duration.ofMinutes(random.nextInt(120_000)));
        return queries.find(span(SPAN), Secrecy.ORDINARY, new EventCursor.Before(EventId.first(somewhere)), PAGE);
    }

    private Object page(EventFilter filter) {
        return queries.find(filter, Secrecy.ORDINARY, new EventCursor.Newest(), PAGE);
    }

    private EventFilter span(Duration back) {
        Instant now = clock.instant();
        return new EventFilter(now.minus(back), now.plusSeconds(1), Map.of());
    }

    private EventFilter term(FilterField field, String value) {
        return span(SPAN).with(field, value);
    }

    private static Map<String, Double> times(Supplier<Object> question) {
        double[] millis = new double[REPEATED];
        for (int i = -WARM_UP; i < REPEATED; i++) {
            long begun = System.nanoTime();
            Object answer = question.get();
            double took = (System.nanoTime() - begun) / 1e6;
            if (i >= 0) {
                millis[i] = answer.equals(question) ? 0 : took;
            }
        }
        Arrays.sort(millis);
        return Map.of("p50", round(millis[REPEATED / 2]), "p99", round(millis[REPEATED - 1]));
    }

    private static double round(double millis) {
        return Math.round(millis * 10) / 10.0;
    }

    private long recording() {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(RECORDERS)) {
            for (int i = 0; i < RECORDED; i++) {
                int number = i;
                threads.execute(() -> trail.recordNow(SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                        .by(Actor.account(number % 300, "CLERK", null, "clerk" + number % 300))
                        .on(EventObject.document(document(number)))
                        .from(new Origin(Channel.WEB, address(number % 500), "bench", null, null))));
            }
        }
        return RECORDED * 1_000_000_000L / (System.nanoTime() - begun);
    }
}
