package vn.lienthong.node.incoming.internal.record;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.LiveEvents;

/** Tells the clerks of an agency that something waits to be accepted, in the transaction that makes the record. */
@Component
@InNodeRole
class ArrivalNews {
    /** Topic of the live events about what arrived. */
    private static final String TOPIC = "incoming";

    private final Notifications notifications;
    private final LiveEvents live;

    ArrivalNews(Notifications notifications, LiveEvents live) {
        this.notifications = notifications;
        this.live = live;
    }

    void tell(long id, NewDocument document) {
        if (document.state() != IncomingState.ARRIVED) {
            return;
        }
        Urgency urgency = Urgency.ofLevel(document.facts().urgency()).orElse(Urgency.ORDINARY);
        boolean secret = document.facts().secrecy() != Secrecy.ORDINARY;
        notifications.tell(Announcement.of(
                urgency.isUrgent() ? NotificationKind.URGENT_ARRIVED : NotificationKind.DOCUMENT_ARRIVED,
                urgency,
                secret ? "" : document.facts().code().display(),
                "/incoming/" + id,
                Audience.clerks(document.agency())));
        live.changed(TOPIC, Set.of(document.agency()));
    }
}
