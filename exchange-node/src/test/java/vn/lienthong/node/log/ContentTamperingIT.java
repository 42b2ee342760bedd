package vn.lienthong.node.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.evidence.ClaimLevel;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.alert.AlertState;
import vn.lienthong.node.audit.alert.Alerts;
import vn.lienthong.node.audit.alert.RuleTemplate;
import vn.lienthong.node.audit.search.AuditSearch;
import vn.lienthong.node.audit.search.EventCursor;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceDraft;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.log.LogVerdict.Fault;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.TestDirectory;

/**
 * An administrator with all rights to the database changes what the log only commits to: evidence and security events. The next
 * verification names the row, records an event and rings. Each test puts back what it changed, as others use the same node.
 */
@NodeTest
class ContentTamperingIT {

    private static final List<String> TABLES = List.of("evidence", "audit_event", "audit_octets", "audit_private");
    private static final String FORGED = "019a00000000700080000000000000aa";

    private final Map<String, Long> places = new HashMap<>();
    private String evidence = "";
    private String event = "";
    private String later = "";

    @Autowired
    private LogVerification verification;

    @Autowired
    private LogBook log;

    @Autowired
    private JdbcTemplate sql;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditSearch search;

    @Autowired
    private Alerts alerts;

    @Autowired
    private EvidenceBook book;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TimeOrderedIds ids;

    @Autowired
    private TestDirectory directory;

    @BeforeEach
    void makeAnEvidenceAndTwoEvents() {
        directory.listSelf();
        EvidenceSubject subject = new EvidenceSubject(new ParcelId(ids.next()), new AgencyCode("H71.01"), null);
        StoredEvidence made = book.sign(EvidenceDraft.positive(
                EvidenceEvent.SUBMISSION_ACCEPTANCE,
                subject,
                new EvidenceDigests(Sha256.OF_NOTHING, Sha256.OF_NOTHING, null),
                ClaimLevel.S1_STORED,
                null));
        transactions.executeWithoutResult(_ -> book.keep(List.of(made)));
        evidence = hex(made.evidence().id().value());
        event = hex(trail.recordNow(view("tamper-1")).value());
        later = hex(trail.recordNow(view("tamper-2")).value());
        awaitPlaces();
        for (String table : TABLES) {
            sql.execute("drop table if exists sound_" + table);
            sql.execute("create table sound_" + table + " as select * from " + table + " where " + ours(table));
        }
        assertThat(verify()).isEmpty();
    }

    @AfterEach
    void putBack() {
        for (String table : TABLES) {
            sql.execute("delete from " + table + " where " + ours(table));
            sql.execute("insert into " + table + " select * from sound_" + table);
            sql.execute("drop table sound_" + table);
        }
        assertThat(verify()).isEmpty();
    }

    private String ours(String table) {
        return (table.equals("evidence") ? "evidence_id" : "event_id") + " in (unhex('"
                + String.join("'), unhex('", evidence, event, later, FORGED) + "'))";
    }

    @Test
    void findsEditedEvidence() {
        change("update evidence set octets = replace(octets, 'H71.01', 'H71.02') where evidence_id = {evidence}");
        assertFound("CONTENT_EDITED", evidence);
        change("update evidence set octets = replace(octets, 'H71.02', 'H71.01'), recipient_code = 'H71.09'"
                + " where evidence_id = {evidence}");
        assertFound("CONTENT_EDITED", evidence);
        change("update evidence set recipient_code = null, signature = reverse(signature)"
                + " where evidence_id = {evidence}");
        assertFound("CONTENT_EDITED", evidence);
        change("update evidence set signature = reverse(signature), own = false where evidence_id = {evidence}");
        assertFound("CONTENT_EDITED", evidence);
    }

    @Test
    void findsDeletedAndInsertedEvidence() {
        change("delete from evidence where evidence_id = {evidence}");
        assertFound("CONTENT_DELETED", evidence);
        change("insert into evidence (evidence_id, parcel_id, event, event_time, issuer_node, own, octets, signature)"
                + " select {forged}, parcel_id, event, event_time, issuer_node, own, octets, signature"
                + " from sound_evidence where evidence_id = {evidence}");
        assertThat(verify()).anyMatch(fault -> is(fault, "CONTENT_INSERTED", FORGED));
    }

    @Test
    void findsAnEditedEvent() {
        change("update audit_octets set octets = replace(octets, 'tamper-1', 'tamper-9') where event_id = {event}");
        assertFound("CONTENT_EDITED", event);
        change("update audit_octets set octets = replace(octets, 'tamper-9', 'tamper-1') where event_id = {event}");
        change("update audit_event set actor = 'account:77' where event_id = {event}");
        assertFound("CONTENT_EDITED", event);
        change("update audit_event set actor = 'account:71', occurred_at = '2020-01-01' where event_id = {event}");
        assertFound("CONTENT_EDITED", event);
        change("update audit_event e join sound_audit_event s on s.event_id = e.event_id"
                + " set e.occurred_at = s.occurred_at where e.event_id = {event}");
        change("update audit_private set octets = replace(octets, 'nguyen.a', 'nguyen.b') where event_id = {event}");
        assertFound("CONTENT_EDITED", event);
    }

    @Test
    void findsDeletedAndInsertedEvents() {
        change("delete from audit_octets where event_id = {event}");
        assertFound("CONTENT_DELETED", event);
        change("delete from audit_event where event_id = {event}");
        assertFound("CONTENT_DELETED", event);
        change("insert into audit_octets values ({forged}, '{}')");
        change("insert into audit_event (event_id, occurred_at, action, severity, outcome, channel, actor, log_entry)"
                + " values ({forged}, now(), 'session.start', 'INFO', 'SUCCESS', 'WEB', 'account:1', {forged})");
        assertThat(verify()).anyMatch(fault -> is(fault, "CONTENT_INSERTED", FORGED));
    }

    @Test
    void findsAnEventThatHidesBehindTheEntryOfAnEvidence() {
        change("insert into audit_octets select {forged}, octets from audit_octets where event_id = {event}");
        change("insert into audit_event (event_id, occurred_at, action, severity, outcome, channel, actor, log_entry)"
                + " select {forged}, occurred_at, action, severity, outcome, channel, actor, (select log_entry from"
                + " evidence where evidence_id = {evidence}) from audit_event where event_id = {event}");
        assertThat(verify()).anyMatch(fault -> is(fault, "CONTENT_INSERTED", FORGED));
    }

    @Test
    void findsEventsInAnotherOrder() {
        change("update audit_event set event_id = {forged} where event_id = {event}");
        change("update audit_event set event_id = {event} where event_id = {later}");
        change("update audit_event set event_id = {later} where event_id = {forged}");
        assertThat(verify())
                .anyMatch(fault -> is(fault, "CONTENT_EDITED", event) || is(fault, "CONTENT_EDITED", ""))
                .hasSize(2);
    }

    @Test
    void recordsAnEventAndRingsAnAlert() {
        change("delete from evidence where evidence_id = {evidence}");
        assertFound("CONTENT_DELETED", evidence);
        EventFilter tampered = EventFilter.recent(Instant.now()).with(FilterField.ACTION, "log.tamper");
        assertThat(search.find(tampered, new EventCursor.Newest(), 5).events())
                .anyMatch(found -> "events".equals(found.objectId()));
        for (int waited = 0;
                alerts.list(EnumSet.allOf(AlertState.class), null, 200).stream()
                        .noneMatch(alert -> alert.template() == RuleTemplate.LOG_IN_DOUBT);
                waited++) {
            assertThat(waited).as("pauses of ten milliseconds").isLessThan(3000);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void change(String statement) {
        int rows = sql.update(statement
                .replace("{evidence}", "unhex('" + evidence + "')")
                .replace("{event}", "unhex('" + event + "')")
                .replace("{later}", "unhex('" + later + "')")
                .replace("{forged}", "unhex('" + FORGED + "')"));
        assertThat(rows).as(statement).isEqualTo(1);
    }

    /** That the verification finds just this one fault, and names its place: by the entry in the log. */
    private void assertFound(String kind, String row) {
        long index = Objects.requireNonNull(places.get(row));
        assertThat(verify())
                .singleElement()
                .matches(fault -> fault.kind().name().equals(kind), kind)
                .matches(fault -> Long.valueOf(index).equals(fault.index()), "at entry " + index);
    }

    private static boolean is(Fault fault, String kind, String row) {
        return fault.kind().name().equals(kind)
                && fault.place().replace("-", "").contains(row);
    }

    private List<Fault> verify() {
        return verification.verify(LogName.EVENTS, (_, _) -> true).faults();
    }

    private void awaitPlaces() {
        places.clear();
        List<String> rows = List.of(evidence, event, later);
        // In the order in which they were appended.
        List<LogEntryId> entries = sql.query(
                "select log_entry from evidence where evidence_id = unhex(?) union all"
                        + " select log_entry from audit_event where event_id in (unhex(?), unhex(?)) order by 1",
                (row, _) -> entry(row.getBytes(1)),
                rows.toArray());
        assertThat(entries).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            LogEntryId entry = entries.get(i);
            for (int waited = 0; log.plainProof(entry).isEmpty(); waited++) {
                assertThat(waited).as("pauses of ten milliseconds").isLessThan(3000);
                LockSupport.parkNanos(10_000_000);
            }
            places.put(rows.get(i), log.position(entry).orElseThrow().index());
        }
    }

    private static LogEntryId entry(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new LogEntryId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static SecurityEvent view(String document) {
        return SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                .by(Actor.account(71, "CLERK", "H71.01", "nguyen.a"))
                .on(EventObject.document(document));
    }
}
