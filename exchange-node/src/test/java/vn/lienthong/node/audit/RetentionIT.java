package vn.lienthong.node.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.node.audit.internal.Round;
import vn.lienthong.node.audit.retention.HoldTerms;
import vn.lienthong.node.audit.retention.LegalHold;
import vn.lienthong.node.audit.retention.Retention;
import vn.lienthong.node.audit.retention.RetentionPolicy;
import vn.lienthong.node.audit.search.AuditSearch;
import vn.lienthong.node.audit.search.EventDetail;
import vn.lienthong.node.testing.NodeTest;

@NodeTest
class RetentionIT {

    private static final String WHY = "case 12/2026 of the inspectorate";

    private final Map<EventId, EventId> moved = new HashMap<>();

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditSearch search;

    @Autowired
    private Retention retention;

    @Autowired
    private JdbcClient database;

    @Autowired
    private List<Round> rounds;

    @Test
    void erasesWhatIsOldEnoughAndHeldByNobody() {
        EventId young = recorded("young", 30);
        EventId old = recorded("old", 800);
        EventId held = recorded("held", 800);
        LegalHold hold = retention.hold(new HoldTerms("held", null, null, null), WHY, "officer.a");
        erase();
        assertThat(privatePart(young)).isTrue();
        assertThat(privatePart(old)).isFalse();
        assertThat(privatePart(held)).isTrue();
        EventDetail erased = search.event(old).orElseThrow();
        assertThat(erased.entry()).contains("\"old\"", "privateSha256");
        assertThat(erased.event().address()).isNull();
        assertThat(retention.erasures(10)).isNotEmpty();

        assertThat(retention.release(hold.id(), "officer.b")).isTrue();
        assertThat(retention.release(hold.id(), "officer.b")).isFalse();
        erase();
        assertThat(privatePart(held)).isFalse();
    }

    @Test
    void holdsByActorAndTime() {
        EventId one = recorded("by-actor", 900);
        LegalHold actor = retention.hold(new HoldTerms(null, "account:55", null, null), WHY, "officer.a");
        Instant then = Instant.now().minus(Duration.ofDays(900));
        LegalHold time = retention.hold(
                new HoldTerms(null, null, then.minusSeconds(60), then.plusSeconds(60)), WHY, "officer.a");
        erase();
        assertThat(privatePart(one)).isTrue();
        assertThat(retention.release(actor.id(), "officer.a")).isTrue();
        erase();
        assertThat(privatePart(one)).isTrue();
        assertThat(retention.release(time.id(), "officer.a")).isTrue();
        erase();
        assertThat(privatePart(one)).isFalse();
        assertThat(retention.holds(true)).extracting(LegalHold::id).contains(actor.id(), time.id());
        assertThat(retention.holds(false)).extracting(LegalHold::id).doesNotContain(actor.id(), time.id());
    }

    @Test
    void keepsEachClassForItsOwnPeriod() {
        retention.setPolicy(RetentionClass.DOCUMENT, 36);
        EventId document = recorded("kept-longer", 800);
        erase();
        assertThat(privatePart(document)).isTrue();
        assertThat(retention.policies()).contains(new RetentionPolicy(RetentionClass.DOCUMENT, 36));
        retention.setPolicy(RetentionClass.DOCUMENT, 24);
        erase();
        assertThat(privatePart(document)).isFalse();
    }

    @Test
    void refusesHoldsOfEverythingAndPeriodsOfNothing() {
        assertThatThrownBy(() -> new HoldTerms(null, null, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HoldTerms(" ", null, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> retention.hold(new HoldTerms("x", null, null, null), "why", "officer.a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> retention.setPolicy(RetentionClass.ACCESS, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(retention.release(new UUID(1, 2), "officer.a")).isFalse();
    }

    private void erase() {
        rounds.stream()
                .filter(round -> round.every().equals(Duration.ofHours(1)))
                .forEach(Round::run);
    }

    /** An event that seems to have been recorded so many days ago. */
    private EventId recorded(String document, int daysAgo) {
        EventId now = trail.recordNow(SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                .by(Actor.account(55, "CLERK", null, "le.van.c"))
                .on(EventObject.document(document))
                .from(new Origin(Channel.WEB, "198.51.100.4", null, null, null)));
        Instant then = Instant.now().minus(Duration.ofDays(daysAgo));
        EventId id = new EventId(new UUID(
                EventId.first(then).value().getMostSignificantBits()
                        | (now.value().getMostSignificantBits() & 0xFFFF),
                now.value().getLeastSignificantBits()));
        database.sql("update audit_event set event_id = ?, occurred_at = ? where event_id = ?")
                .params(id.octets(), LocalDateTime.ofInstant(then, ZoneOffset.UTC), now.octets())
                .update();
        database.sql("update audit_octets set event_id = ? where event_id = ?")
                .params(id.octets(), now.octets())
                .update();
        database.sql("update audit_private set event_id = ? where event_id = ?")
                .params(id.octets(), now.octets())
                .update();
        moved.put(id, now);
        return id;
    }

    /** Others verify the log of the same node, and an event that was moved is a fault. */
    @AfterEach
    void putBack() {
        moved.forEach((id, real) -> {
            int rows = database.sql("update audit_event set event_id = ?, occurred_at = ? where event_id = ?")
                    .params(real.octets(), recordedAt(id), id.octets())
                    .update();
            assertThat(rows).isOne();
            for (String table : List.of("audit_octets", "audit_private")) {
                database.sql("update " + table + " set event_id = ? where event_id = ?")
                        .params(real.octets(), id.octets())
                        .update();
            }
        });
        moved.clear();
    }

    private LocalDateTime recordedAt(EventId id) {
        String entry = search.event(id).orElseThrow().entry();
        String time = entry.replaceFirst("^.*\"time\":\"([^\"]+)Z\".*$", "$1");
        return LocalDateTime.parse(time);
    }

    private boolean privatePart(EventId id) {
        return search.event(id).orElseThrow().privatePart() != null;
    }
}
