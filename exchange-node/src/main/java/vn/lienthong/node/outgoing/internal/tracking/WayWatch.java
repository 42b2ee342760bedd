package vn.lienthong.node.outgoing.internal.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingDue;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/**
 * Follows documents on their way and tells the clerks when one has arrived everywhere, and where one will not arrive. What people at
 * the recipients refuse is told when they state it.
 *
 * <p>Guarantees: each thing is told once, also when several replicas look.
 */
@InNodeRole
@Component
class WayWatch {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int BATCH = 50;
    private static final int LONGEST_CODE = 80;

    private final OutgoingDue rows;
    private final SentReach reach;
    private final Notifications notifications;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    WayWatch(
            OutgoingDue rows,
            SentReach reach,
            Notifications notifications,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.rows = rows;
        this.reach = reach;
        this.notifications = notifications;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks at those whose time has come. */
    void look() {
        Instant now = clock.instant();
        List<Outgoing> due = Objects.requireNonNullElse(
                transactions.execute(_ -> rows.claimOnTheWay(now, now.plus(MINUTE), BATCH)), List.of());
        Rounds.each(due, document -> transactions.executeWithoutResult(_ -> look(document, now)));
    }

    private void look(Outgoing document, Instant now) {
        List<Dispatch.Leg> legs = reach.legs(document);
        legs.stream().filter(WayWatch::isLost).forEach(leg -> lost(document, leg, now));
        boolean underWay = legs.isEmpty() || legs.stream().anyMatch(WayWatch::isUnderWay);
        if (underWay) {
            rows.lookAgain(document.id(), now.plus(pause(document, now)));
            return;
        }
        rows.lookNoMore(document.id());
        boolean everywhere = legs.stream()
                .allMatch(leg -> leg.stage() == DeliveryStage.CONSIGNED || leg.stage() == DeliveryStage.HANDED_OVER);
        // Nobody waits at the desk for what a program sends all day.
        if (everywhere && !document.byProgram() && rows.isNews(document.id(), "everywhere", now)) {
            tell(document, NotificationKind.DOCUMENT_DELIVERED, document.code());
        }
    }

    private static boolean isUnderWay(Dispatch.Leg leg) {
        return leg.stage() == DeliveryStage.QUEUED || leg.stage() == DeliveryStage.IN_TRANSIT;
    }

    private static boolean isLost(Dispatch.Leg leg) {
        return leg.stage() == DeliveryStage.EXPIRED
                || (leg.stage() == DeliveryStage.REFUSED
                        && !ErrorCode.REFUSED_BY_CLERK.code().equals(leg.reasonCode()));
    }

    private void lost(Outgoing document, Dispatch.Leg leg, Instant now) {
        String what = "lost:" + leg.recipient() + ":" + leg.since().toEpochMilli();
        if (rows.isNews(document.id(), what, now)) {
            tell(document, NotificationKind.DELIVERY_FAILED, shortened(document.code()) + " · " + leg.recipient());
        }
    }

    private static String shortened(String code) {
        return code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code;
    }

    private void tell(Outgoing document, NotificationKind kind, String about) {
        notifications.tell(Announcement.of(
                kind,
                Urgency.ofLevel(document.urgency()).orElse(Urgency.ORDINARY),
                about,
                "/outgoing/" + document.id(),
                Audience.clerks(document.agency())));
    }

    /** What left just now is looked at often, what has been on its way for long seldom. */
    private static Duration pause(Outgoing document, Instant now) {
        Instant left = document.release().sentAt();
        Duration age = left == null ? Duration.ZERO : Duration.between(left, now);
        return age.compareTo(MINUTE) < 0
                ? PAUSE
                : age.compareTo(Duration.ofHours(1)) < 0 ? MINUTE.dividedBy(2) : MINUTE.multipliedBy(5);
    }
}
