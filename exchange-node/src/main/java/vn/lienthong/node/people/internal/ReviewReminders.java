package vn.lienthong.node.people.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Reminds of access reviews that are not closed: security officers a week before the day and when it is over; a week later also the
 * leaders, of the agency that is reviewed or of all. Each once.
 */
@Service
@InNodeRole
class ReviewReminders {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int DAYS = 7;
    private static final int LATE = 2;
    private static final int ESCALATED = 3;

    private final ReviewTable table;
    private final AuditTrail trail;
    private final Notifications notifications;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ReviewReminders(
            ReviewTable table,
            AuditTrail trail,
            Notifications notifications,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.table = table;
        this.trail = trail;
        this.notifications = notifications;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks at all that are open. Called again and again. */
    void round() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), HERE);
        for (Review review : table.list()) {
            int stage = review.isOpen() ? stage(review.dueOn(), today) : 0;
            if (stage > 0) {
                transactions.executeWithoutResult(_ -> remind(review, stage));
            }
        }
    }

    /** Which reminder is due: 0 none, 1 a week before the day, 2 after it, 3 a week after it. */
    static int stage(LocalDate dueOn, LocalDate today) {
        if (today.isAfter(dueOn.plusDays(DAYS))) {
            return ESCALATED;
        }
        if (today.isAfter(dueOn)) {
            return LATE;
        }
        return today.isBefore(dueOn.minusDays(DAYS)) ? 0 : 1;
    }

    private void remind(Review review, int stage) {
        if (!table.remind(review.id(), stage)) {
            return;
        }
        trail.record(SecurityEvent.of(EventKind.REVIEW_REMIND)
                .on(EventObject.of(EventObject.Kind.CASE, "review-" + review.id()))
                .with("stage", stage));
        Urgency urgency = stage == 1 ? Urgency.ORDINARY : Urgency.EXPRESS;
        tell(review, urgency, "/people/reviews/" + review.id(), List.of(new Audience.Holders(Role.SECURITY_OFFICER)));
        if (stage == ESCALATED) {
            tell(review, urgency, "/", leaders(review));
        }
    }

    private static List<Audience> leaders(Review review) {
        List<Audience> leaders = new ArrayList<>();
        leaders.add(
                review.place() == null
                        ? new Audience.Holders(Role.LEADER)
                        : new Audience.Everybody(review.place(), Role.LEADER));
        return leaders;
    }

    private void tell(Review review, Urgency urgency, String href, List<Audience> audience) {
        String about = review.title().length() > 100 ? review.title().substring(0, 100) : review.title();
        notifications.tell(new Announcement(NotificationKind.REVIEW_DUE, urgency, about, href, audience));
    }
}
