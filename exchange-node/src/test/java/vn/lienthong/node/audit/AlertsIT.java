package vn.lienthong.node.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.alert.Alert;
import vn.lienthong.node.audit.alert.AlertRule;
import vn.lienthong.node.audit.alert.AlertState;
import vn.lienthong.node.audit.alert.AlertStep;
import vn.lienthong.node.audit.alert.Alerts;
import vn.lienthong.node.audit.alert.RuleTemplate;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.testing.LogReader;
import vn.lienthong.node.testing.NodeTest;

@NodeTest
class AlertsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Alerts alerts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TimeOrderedIds ids;

    @Autowired
    private JdbcClient database;

    @Test
    void ringsOnceForManyAndAgainOnlyAfterItWasClosed() {
        String clerk = "account:7001";
        download(7001, 49);
        download(7002, 3);
        settle();
        assertThat(about(clerk)).isEmpty();
        download(7001, 5);
        await("the alert", () -> !about(clerk).isEmpty());
        Alert alert = about(clerk).getFirst();
        assertThat(alert.template()).isEqualTo(RuleTemplate.MASS_DOWNLOAD);
        assertThat(alert.state()).isEqualTo(AlertState.OPEN);
        download(7001, 1);
        await("more of the same", () -> about(clerk).getFirst().count() > 1);
        assertThat(about(clerk)).hasSize(1);
        assertThat(about("account:7002")).isEmpty();

        assertThat(alerts.move(alert.id(), AlertState.CLOSED, "officer.a", "short"))
                .isInstanceOf(AlertStep.NoteMissing.class);
        assertThat(alerts.move(alert.id(), AlertState.ACKNOWLEDGED, "officer.a", ""))
                .isInstanceOf(AlertStep.Moved.class);
        assertThat(alerts.move(alert.id(), AlertState.IN_PROGRESS, "officer.b", "asking the clerk"))
                .isInstanceOf(AlertStep.Moved.class);
        assertThat(alerts.move(alert.id(), AlertState.CLOSED, "officer.b", "archive moves to another building"))
                .isInstanceOf(AlertStep.Moved.class);
        assertThat(alerts.move(alert.id(), AlertState.OPEN, "officer.a", "again"))
                .isInstanceOf(AlertStep.AlreadyClosed.class);
        Alert closed = alerts.find(alert.id()).orElseThrow();
        assertThat(closed.owner()).isEqualTo("officer.b");
        assertThat(closed.notes())
                .extracting(Alert.Note::state)
                .containsExactly(AlertState.ACKNOWLEDGED, AlertState.IN_PROGRESS, AlertState.CLOSED);

        download(7001, 60);
        await("a new alert", () -> about(clerk).size() == 2);
    }

    @Test
    void ringsAtOnceForFalseEvidenceAndRefusedSecrets() {
        trail.recordRefusal(
                SecurityEvent.blocked(EventKind.EVIDENCE_REFUSE, "LT-4011").by(Actor.node("H99-1")));
        trail.recordNow(SecurityEvent.blocked(EventKind.DOCUMENT_VIEW, "CLEARANCE")
                .by(Actor.account(7003, "CLERK", null, "x"))
                .on(EventObject.document("secret").ofSecrecy(2)));
        trail.recordNow(SecurityEvent.blocked(EventKind.DOCUMENT_VIEW, "FOREIGN")
                .by(Actor.account(7004, "CLERK", null, "y"))
                .on(EventObject.document("ordinary").ofSecrecy(0)));
        await("false evidence", () -> !about("node:H99-1").isEmpty());
        LogReader cleared = LogReader.cleared(accounts, database, ids, Secrecy.SECRET);
        await("refused secret", () -> !cleared.sees(() -> about("account:7003")).isEmpty());
        settle();
        assertThat(about("account:7004")).isEmpty();
    }

    @Test
    void keepsStillWhenTheRuleIsOff() {
        alerts.setRule(RuleTemplate.REFUSED_PARCELS, false, 1, Duration.ofHours(1));
        assertThat(alerts.rules()).contains(new AlertRule(RuleTemplate.REFUSED_PARCELS, false, 1, Duration.ofHours(1)));
        trail.recordNow(
                SecurityEvent.blocked(EventKind.PARCEL_REFUSE, "LT-4001").by(Actor.node("H99-2")));
        settle();
        assertThat(about("node:H99-2")).isEmpty();
        assertThatThrownBy(() -> alerts.setRule(RuleTemplate.FLOOD, true, 0, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> alerts.setRule(RuleTemplate.FLOOD, true, 1, Duration.ofDays(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void showsThatATestArrives() {
        long before = alerts.open();
        Alert test = alerts.test(RuleTemplate.CLOCK_SET);
        assertThat(alerts.find(test.id()).orElseThrow().test()).isTrue();
        assertThat(alerts.open()).isGreaterThan(before);
        assertThat(alerts.move(new UUID(0, 1), AlertState.CLOSED, "officer.a", "nothing to be closed"))
                .isInstanceOf(AlertStep.Absent.class);
    }

    private void download(long account, int times) {
        for (int i = 0; i < times; i++) {
            trail.recordNow(SecurityEvent.of(EventKind.DOCUMENT_FILE)
                    .by(Actor.account(account, "CLERK", null, "clerk." + account))
                    .on(EventObject.document("paper-" + i)));
        }
    }

    private List<Alert> about(String subject) {
        return alerts.list(EnumSet.allOf(AlertState.class), null, 200).stream()
                .filter(alert -> alert.about().equals(subject))
                .toList();
    }

    /** Lets the evaluation come round: it is due when a marker that was recorded later has rung. */
    private void settle() {
        String marker = "node:marker-" + System.nanoTime();
        trail.recordNow(SecurityEvent.blocked(EventKind.EVIDENCE_REFUSE, "LT-4011")
                .by(Actor.node(marker.substring("node:".length()))));
        await("the marker", () -> !about(marker).isEmpty());
    }

    private static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }
}
