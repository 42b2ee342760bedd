package vn.lienthong.node.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.search.AuditSearch;
import vn.lienthong.node.audit.search.EventCursor;
import vn.lienthong.node.audit.search.EventDetail;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.EventPage;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.audit.search.FoundEvent;
import vn.lienthong.node.audit.search.Histogram;
import vn.lienthong.node.audit.search.SavedSearch;
import vn.lienthong.node.audit.search.SavedSearches;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.testing.LogReader;
import vn.lienthong.node.testing.NodeTest;

@NodeTest
class AuditTrailIT {

    private static final Actor CLERK = Actor.account(41, "CLERK", "H37.02", "tran.thi.b");
    private static final Origin DESK = new Origin(Channel.WEB, "203.0.113.9", "Firefox on a desk", null, "c0ffee");

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditSearch search;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TimeOrderedIds ids;

    @Autowired
    private SavedSearches saved;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient database;

    @Test
    void recordsWithTheChangeOrNotAtAll() {
        EventId undone = transactions.execute(status -> {
            EventId id = trail.record(view("undone"));
            status.setRollbackOnly();
            return id;
        });
        EventId done = transactions.execute(_ -> trail.record(view("done")));
        assertThat(search.event(undone)).isEmpty();
        assertThat(search.event(done)).isPresent();
        assertThat(entriesAbout("undone")).isZero();
        assertThat(entriesAbout("done")).isOne();
    }

    @Test
    void refusesToRecordAChangeOutsideItsTransaction() {
        assertThatThrownBy(() -> trail.record(view("alone"))).isInstanceOf(IllegalTransactionStateException.class);
        assertThat(entriesAbout("alone")).isZero();
    }

    @Test
    void keepsPersonalDataOutOfTheEntryAndProvesThemUntilTheyAreErased() {
        EventId id = trail.recordNow(view("private").withPrivate("note", "called by phone"));
        EventDetail detail = search.event(id).orElseThrow();
        assertThat(detail.entry())
                .contains("\"id\":\"41\"", "H37.02", "privateSha256")
                .doesNotContain("tran.thi.b", "203.0.113.9", "Firefox", "phone");
        assertThat(detail.privatePart()).contains("tran.thi.b", "203.0.113.9", "Firefox on a desk", "phone");
        assertThat(detail.privateGenuine()).isTrue();
        assertThat(detail.entryGenuine()).isTrue();

        changePrivatePart(id, "replace(octets, 'phone', 'pigeon')");
        assertThat(search.event(id).orElseThrow().privateGenuine()).isFalse();

        change(id, "SUCCESS", "BLOCKED");
        assertThat(search.event(id).orElseThrow().entryGenuine()).isFalse();
        change(id, "BLOCKED", "SUCCESS");

        for (String erasure : List.of(
                "delete from audit_private where event_id = ?",
                "update audit_event set address = null where event_id = ?")) {
            assertThat(database.sql(erasure).param(id.octets()).update()).isOne();
        }
        EventDetail erased = search.event(id).orElseThrow();
        assertThat(erased.entry()).isEqualTo(detail.entry());
        assertThat(erased.privatePart()).isNull();
    }

    private void change(EventId id, String from, String to) {
        database.sql("update audit_octets set octets = replace(octets, ?, ?) where event_id = ?")
                .params(from, to, id.octets())
                .update();
    }

    private void changePrivatePart(EventId id, String expression) {
        database.sql("update audit_private set octets = " + expression + " where event_id = ?")
                .param(id.octets())
                .update();
    }

    @Test
    void turnsPagesInBothDirectionsWhileOthersRecord() {
        List<EventId> recorded = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            recorded.add(trail.recordNow(view("paged")));
        }
        EventFilter filter = about("paged");
        EventPage first = search.find(filter, new EventCursor.Newest(), 10);
        EventId late = trail.recordNow(view("paged"));
        EventPage second = search.find(filter, older(first), 10);
        EventPage third = search.find(filter, older(second), 10);
        assertThat(ids(first)).isEqualTo(recorded.subList(15, 25).reversed());
        assertThat(ids(second)).isEqualTo(recorded.subList(5, 15).reversed());
        assertThat(ids(third)).isEqualTo(recorded.subList(0, 5).reversed());
        assertThat(third.older()).isNull();
        EventPage back = search.find(filter, newer(third), 10);
        assertThat(ids(back)).isEqualTo(ids(second));
        assertThat(ids(search.find(filter, newer(first.events().getFirst()), 10)))
                .containsExactly(late);
    }

    @Test
    void answersForEachField() {
        EventId id = trail.recordNow(new SecurityEvent(
                EventKind.DOCUMENT_PRINT,
                Outcome.BLOCKED,
                "CLEARANCE",
                CLERK,
                EventObject.document("fields").ofSecrecy(2),
                DESK,
                Map.of(),
                Map.of()));
        Map<FilterField, String> terms = Map.ofEntries(
                Map.entry(FilterField.CORRELATION, "c0ffee"),
                Map.entry(FilterField.OBJECT, "fields"),
                Map.entry(FilterField.ADDRESS, "203.0.113.9"),
                Map.entry(FilterField.ACTOR, "account:41"),
                Map.entry(FilterField.ACTION, "document.print"),
                Map.entry(FilterField.ABOUT, "DOCUMENT,EVIDENCE"),
                Map.entry(FilterField.OUTCOME, "BLOCKED"),
                Map.entry(FilterField.SEVERITY, "INFO"),
                Map.entry(FilterField.ROLE, "CLERK"),
                Map.entry(FilterField.SECRECY, "2"),
                Map.entry(FilterField.CHANNEL, "WEB"),
                Map.entry(FilterField.REASON, "CLEARANCE"));
        assertThat(terms.keySet()).containsExactlyInAnyOrder(FilterField.values());
        LogReader cleared = LogReader.cleared(accounts, database, ids, Secrecy.SECRET);
        terms.forEach((field, value) -> assertThat(ids(cleared.sees(() -> search.find(
                        EventFilter.recent(Instant.now()).with(field, value), new EventCursor.Newest(), 200))))
                .as(field.name())
                .contains(id));
        EventFilter all =
                new EventFilter(Instant.now().minusSeconds(600), Instant.now().plusSeconds(2), terms);
        assertThat(ids(cleared.sees(() -> search.find(all, new EventCursor.Newest(), 5))))
                .containsExactly(id);
        assertThat(cleared.sees(() -> search.count(all)).count()).isOne();
        Histogram histogram = cleared.sees(() -> search.histogram(all, 10));
        assertThat(histogram.bars()).hasSize(10);
        assertThat(histogram.bars().stream().mapToLong(Histogram.Bar::count).sum())
                .isOne();
    }

    @Test
    void refusesValuesThatAFieldCannotHave() {
        EventFilter filter = EventFilter.recent(Instant.now());
        assertThatThrownBy(() -> search.count(filter.with(FilterField.OUTCOME, "PERHAPS")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> search.count(filter.with(FilterField.SECRECY, "4")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> filter.with(FilterField.ACTOR, "x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EventFilter(Instant.EPOCH, Instant.EPOCH, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(search.count(filter.with(FilterField.OBJECT, "' or 1 = 1 -- "))
                        .count())
                .isZero();
    }

    @Test
    void recordsTheOfficersOwnReading() {
        EventId seen = trail.recordNow(view("watched"));
        assertThat(search.event(seen)).isPresent();
        assertThat(ids(search.find(about(seen.toString()), new EventCursor.Newest(), 5)))
                .hasSize(1);
        assertThat(search.count(EventFilter.recent(Instant.now()).with(FilterField.ACTION, "audit.search"))
                        .count())
                .isPositive();
    }

    @Test
    void recordedStartAndSettings() {
        EventFilter recent = EventFilter.recent(Instant.now());
        assertThat(search.count(recent.with(FilterField.ACTION, "program.start"))
                        .count())
                .isPositive();
        assertThat(search.count(recent.with(FilterField.ACTION, "config.read")).count())
                .isPositive();
    }

    @Test
    void keepsSearchesForTheirOwnersAndThoseWithWhomTheyAreShared() {
        SavedSearch own =
                saved.save("officer.a", "Bị chặn", false, Duration.ofHours(24), Map.of(FilterField.OUTCOME, "BLOCKED"));
        SavedSearch shared = saved.save("officer.a", "Khóa", true, Duration.ofDays(2), Map.of());
        assertThat(saved.visibleTo("officer.a")).contains(own, shared);
        assertThat(saved.visibleTo("officer.b")).contains(shared).doesNotContain(own);
        assertThat(saved.find("officer.b", own.id())).isEmpty();
        assertThat(saved.remove("officer.b", own.id())).isFalse();
        assertThat(saved.remove("officer.a", own.id())).isTrue();
    }

    @Test
    void recordsFromManyThreadsAtOnce() throws Exception {
        List<Future<EventId>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                boolean inTransaction = i % 3 == 0;
                all.add(threads.submit(() -> inTransaction
                        ? transactions.execute(_ -> trail.record(view("crowd")))
                        : trail.recordNow(view("crowd"))));
            }
        }
        for (Future<EventId> one : all) {
            assertThat(one.get()).isNotNull();
        }
        assertThat(search.count(about("crowd")).count()).isEqualTo(300);
        assertThat(entriesAbout("crowd")).isEqualTo(300);
    }

    private static SecurityEvent view(String document) {
        return SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                .by(CLERK)
                .on(EventObject.document(document))
                .from(DESK);
    }

    private static EventFilter about(String object) {
        return EventFilter.recent(Instant.now()).with(FilterField.OBJECT, object);
    }

    private static List<EventId> ids(EventPage page) {
        return page.events().stream().map(FoundEvent::id).toList();
    }

    private static EventCursor older(EventPage page) {
        return required(page.older());
    }

    private static EventCursor newer(EventPage page) {
        return required(page.newer());
    }

    private static EventCursor newer(FoundEvent event) {
        return new EventCursor.After(event.id());
    }

    private static EventCursor required(@Nullable EventCursor cursor) {
        assertThat(cursor).isNotNull();
        return EventCursor.read(cursor == null ? "" : cursor.token());
    }

    private long entriesAbout(String object) {
        return database.sql("select count(*) from audit_octets o join audit_event e on e.event_id = o.event_id"
                        + " join log_entry l on l.entry_id = e.log_entry"
                        + " where o.octets like ? and l.octets = concat(?, sha2(o.octets, 256), '\"}')")
                .params(
                        "%\"object\":{\"kind\":\"DOCUMENT\",\"id\":\"" + object + "\"%",
                        "{\"v\":1,\"kind\":\"event\",\"sha256\":\"")
                .query(Long.class)
                .single();
    }
}
