package vn.lienthong.node.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.alert.Alert;
import vn.lienthong.node.audit.alert.AlertState;
import vn.lienthong.node.audit.alert.AlertStep;
import vn.lienthong.node.audit.alert.Alerts;
import vn.lienthong.node.audit.export.ExportDecision;
import vn.lienthong.node.audit.export.ExportFormat;
import vn.lienthong.node.audit.export.ExportJob;
import vn.lienthong.node.audit.export.ExportPart;
import vn.lienthong.node.audit.export.Exports;
import vn.lienthong.node.audit.retention.HoldTerms;
import vn.lienthong.node.audit.retention.LegalHold;
import vn.lienthong.node.audit.retention.Retention;
import vn.lienthong.node.audit.search.AuditSearch;
import vn.lienthong.node.audit.search.EventCursor;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.EventPage;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.audit.search.FoundEvent;
import vn.lienthong.node.audit.search.Histogram;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.testing.LogReader;
import vn.lienthong.node.testing.NodeTest;

/** What officers of the log learn of secrets: up to what they are cleared for everything, above it not that there is anything. */
@NodeTest
class HiddenEventsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditSearch search;

    @Autowired
    private Exports exports;

    @Autowired
    private Alerts alerts;

    @Autowired
    private Retention retention;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TimeOrderedIds ids;

    private String document;
    private LogReader uncleared;
    private LogReader cleared;

    @BeforeEach
    void officers() {
        document = ids.next().toString();
        uncleared = officer(Secrecy.ORDINARY);
        cleared = officer(Secrecy.SECRET);
    }

    private LogReader officer(Secrecy level) {
        return LogReader.cleared(accounts, database, ids, level);
    }

    private EventId looked(Secrecy level) {
        return trail.recordNow(SecurityEvent.of(EventKind.SECRET_LOOK)
                .by(Actor.account(7301, "CLERK", null, "x"))
                .on(EventObject.document(document).ofSecrecy(level.number())));
    }

    private EventFilter aboutIt() {
        return new EventFilter(
                Instant.now().minusSeconds(600), Instant.now().plusSeconds(5), Map.of(FilterField.OBJECT, document));
    }

    private List<EventId> found(LogReader officer, EventFilter filter, int page) {
        List<EventId> all = new ArrayList<>();
        @Nullable EventCursor cursor = new EventCursor.Newest();
        while (cursor != null) {
            EventCursor from = cursor;
            EventPage part = officer.sees(() -> search.find(filter, from, page));
            part.events().stream().map(FoundEvent::id).forEach(all::add);
            assertThat(part.older() == null || part.events().size() == page)
                    .as("no page has gaps")
                    .isTrue();
            cursor = part.older();
        }
        return all;
    }

    @Test
    void hidesSecretsInPagesCountsAndBars() {
        List<EventId> ordinary = new ArrayList<>();
        List<EventId> upToSecret = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            for (Secrecy level : Secrecy.values()) {
                EventId id = looked(level);
                if (!level.isStateSecret()) {
                    ordinary.addFirst(id);
                }
                if (Secrecy.SECRET.covers(level)) {
                    upToSecret.addFirst(id);
                }
            }
        }
        assertThat(found(uncleared, aboutIt(), 5)).isEqualTo(ordinary);
        assertThat(found(cleared, aboutIt(), 5)).isEqualTo(upToSecret);
        assertThat(found(officer(Secrecy.TOP_SECRET), aboutIt(), 50)).hasSize(48);
        assertThat(search.find(aboutIt(), new EventCursor.Newest(), 50).events())
                .as("nobody is signed in")
                .hasSize(12);
        assertThat(counted(uncleared)).isEqualTo(12);
        assertThat(counted(cleared)).isEqualTo(36);
        for (FilterField field : List.of(FilterField.SECRECY, FilterField.ACTION)) {
            EventFilter more = aboutIt().with(field, field == FilterField.SECRECY ? "3" : "secret.*");
            assertThat(found(uncleared, more, 5)).hasSize(field == FilterField.SECRECY ? 0 : 12);
        }
    }

    /** By counting and by drawing, which must agree. */
    private long counted(LogReader officer) {
        long drawn = drawn(officer, aboutIt());
        assertThat(officer.sees(() -> search.count(aboutIt())).count()).isEqualTo(drawn);
        return drawn;
    }

    private long drawn(LogReader officer, EventFilter filter) {
        return officer.sees(() -> search.histogram(filter, 10)).bars().stream()
                .mapToLong(Histogram.Bar::count)
                .sum();
    }

    @Test
    void drawsLongPeriodsAsIfThereWereNoSecrets() {
        Instant end = Instant.now().plusSeconds(600);
        EventFilter month = new EventFilter(end.minus(Duration.ofDays(30)), end, Map.of());
        long before = drawn(uncleared, month);
        looked(Secrecy.CONFIDENTIAL);
        looked(Secrecy.TOP_SECRET);
        looked(Secrecy.ORDINARY);
        assertThat(drawn(uncleared, month) - before).isBetween(1L, 20L);
        long all = drawn(officer(Secrecy.TOP_SECRET), month);
        long some = drawn(cleared, month);
        assertThat(all).isGreaterThan(some);
        assertThat(some).isGreaterThan(drawn(uncleared, month));
    }

    @Test
    void hasNoEventAboveTheClearanceByItsIdentifierNorWhatOthersDidWithIt() {
        EventId secret = looked(Secrecy.SECRET);
        EventId top = looked(Secrecy.TOP_SECRET);
        assertThat(uncleared.sees(() -> search.event(secret))).isEmpty();
        assertThat(cleared.sees(() -> search.event(top))).isEmpty();
        assertThat(cleared.sees(() -> search.event(secret)).orElseThrow().entryGenuine())
                .as("whoever is cleared proves it as ever")
                .isTrue();
        EventFilter looking = EventFilter.recent(Instant.now()).with(FilterField.OBJECT, secret.toString());
        assertThat(found(uncleared, looking, 10)).isEmpty();
        assertThat(found(cleared, looking, 10)).hasSize(1);
        EventFilter searches = EventFilter.recent(Instant.now())
                .with(FilterField.ACTION, "audit.search")
                .with(FilterField.ACTOR, actor(cleared));
        long own = found(uncleared, searches, 50).size();
        var _ = found(cleared, aboutIt(), 10);
        assertThat(found(uncleared, searches, 50))
                .as("that a search found a secret")
                .hasSize((int) own);
    }

    private String actor(LogReader officer) {
        long number = database.sql("select id from account where login = ?")
                .param(officer.login())
                .query(Long.class)
                .single();
        return "account:" + number;
    }

    @Test
    void exportsOnlyWhatTheOfficerIsClearedFor() throws IOException {
        EventId ordinary = looked(Secrecy.ORDINARY);
        EventId secret = looked(Secrecy.SECRET);
        EventId top = looked(Secrecy.TOP_SECRET);
        for (ExportFormat format : ExportFormat.values()) {
            ExportJob plain = uncleared.sees(() -> exports.request(format, aboutIt(), uncleared.login()));
            assertThat(plain.state()).isEqualTo(ExportJob.State.WAITING);
            assertThat(text(uncleared, plain))
                    .contains(written(ordinary, format))
                    .doesNotContain(secret.toString());
        }
        ExportJob more = cleared.sees(() -> exports.request(ExportFormat.DOSSIER, aboutIt(), cleared.login()));
        assertThat(more.state()).isEqualTo(ExportJob.State.PROPOSED);
        assertThat(uncleared.sees(() -> exports.find(more.id()))).isEmpty();
        assertThat(uncleared.sees(() -> exports.list(200)))
                .extracting(ExportJob::id)
                .doesNotContain(more.id());
        assertThat(uncleared.sees(() -> exports.decide(more.id(), true, uncleared.login())))
                .isInstanceOf(ExportDecision.Absent.class);
        LogReader second = officer(Secrecy.SECRET);
        assertThat(second.sees(() -> exports.decide(more.id(), true, second.login())))
                .isInstanceOf(ExportDecision.Decided.class);
        assertThat(text(cleared, more))
                .contains(ordinary.toString(), secret.toString())
                .doesNotContain(top.toString());
        assertThat(uncleared.sees(() -> exports.open(more.id(), ExportPart.DATA)))
                .isEmpty();
        assertThat(uncleared.sees(() -> exports.open(more.id(), ExportPart.MANIFEST)))
                .isEmpty();
        EventFilter aboutTheExport = EventFilter.recent(Instant.now())
                .with(FilterField.OBJECT, more.id().toString());
        assertThat(found(uncleared, aboutTheExport, 10)).isEmpty();
        assertThat(found(cleared, aboutTheExport, 10)).isNotEmpty();
    }

    private static String written(EventId id, ExportFormat format) {
        return format == ExportFormat.DOSSIER ? "events/" + id + ".json" : id.toString();
    }

    /** What leaves, names of files and what is in them. */
    private String text(LogReader officer, ExportJob job) throws IOException {
        await(() -> officer.sees(() -> exports.find(job.id())).orElseThrow().state() == ExportJob.State.DONE);
        Path file = officer.sees(() -> exports.open(job.id(), ExportPart.DATA))
                .orElseThrow()
                .file();
        if (job.format() != ExportFormat.DOSSIER) {
            return Files.readString(file);
        }
        StringBuilder text = new StringBuilder();
        try (InputStream octets = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(octets, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append(entry.getName())
                        .append('\n')
                        .append(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return text.toString();
    }

    @Test
    void asksForSecretsInVainAndLearnsNothingFromTheAnswer() {
        looked(Secrecy.TOP_SECRET);
        EventFilter there = aboutIt().with(FilterField.SECRECY, "3");
        EventFilter nowhere = there.with(FilterField.OBJECT, ids.next().toString());
        List<ExportJob> jobs = List.of(there, nowhere).stream()
                .map(filter -> uncleared.sees(() -> exports.request(ExportFormat.CSV, filter, uncleared.login())))
                .toList();
        assertThat(jobs).extracting(ExportJob::state).containsOnly(ExportJob.State.PROPOSED);
        assertThat(jobs).extracting(ExportJob::secrecy).containsOnly(Secrecy.ORDINARY);
    }

    @Test
    void ringsForClearedOfficersOnly() {
        String actor = "account:7302";
        long before = uncleared.sees(alerts::open);
        trail.recordNow(SecurityEvent.blocked(EventKind.SECRET_LOOK, "NOT_AVAILABLE")
                .by(Actor.account(7302, "CLERK", null, "x"))
                .on(EventObject.document(document).ofSecrecy(Secrecy.SECRET.number())));
        await(() -> !about(cleared, actor).isEmpty());
        Alert alert = about(cleared, actor).getFirst();
        assertThat(alert.secrecy()).isEqualTo(Secrecy.SECRET);
        assertThat(about(uncleared, actor)).isEmpty();
        assertThat(about(officer(Secrecy.CONFIDENTIAL), actor)).isEmpty();
        assertThat(uncleared.sees(() -> alerts.find(alert.id()))).isEmpty();
        assertThat(uncleared.sees(
                        () -> alerts.move(alert.id(), AlertState.ACKNOWLEDGED, uncleared.login(), "seen by nobody")))
                .isInstanceOf(AlertStep.Absent.class);
        assertThat(cleared.sees(alerts::open)).isGreaterThan(before);
        EventFilter opened = EventFilter.recent(Instant.now())
                .with(FilterField.OBJECT, alert.id().toString());
        assertThat(found(uncleared, opened, 10)).isEmpty();
        assertThat(found(cleared, opened, 10)).hasSize(1);
    }

    private List<Alert> about(LogReader officer, String actor) {
        return officer.sees(() -> alerts.list(EnumSet.allOf(AlertState.class), (UUID) null, 200)).stream()
                .filter(alert -> alert.about().equals(actor))
                .toList();
    }

    @Test
    void listsNoHoldOnASecretToWhoeverIsNotCleared() {
        looked(Secrecy.SECRET);
        LegalHold hold = cleared.sees(() ->
                retention.hold(new HoldTerms(document, null, null, null), "for an investigation", cleared.login()));
        assertThat(uncleared.sees(() -> retention.holds(true)))
                .extracting(LegalHold::id)
                .doesNotContain(hold.id());
        assertThat(cleared.sees(() -> retention.holds(true)))
                .extracting(LegalHold::id)
                .contains(hold.id());
        EventFilter held = EventFilter.recent(Instant.now())
                .with(FilterField.OBJECT, hold.id().toString());
        assertThat(found(uncleared, held, 10)).isEmpty();
        assertThat(cleared.sees(() -> retention.release(hold.id(), cleared.login())))
                .isTrue();
    }

    @Test
    void forgetsAClearanceAtOnceWhenItEnds() {
        EventId secret = looked(Secrecy.SECRET);
        assertThat(cleared.sees(() -> search.event(secret))).isPresent();
        var _ = database.sql("update clearance set state = 'ENDED' where account_id ="
                        + " (select id from account where login = ?)")
                .param(cleared.login())
                .update();
        assertThat(cleared.sees(() -> search.event(secret))).isEmpty();
    }

    private static void await(Supplier<Boolean> reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.get()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
