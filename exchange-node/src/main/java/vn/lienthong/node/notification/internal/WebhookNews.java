package vn.lienthong.node.notification.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.webhook.WebhookListener;

/** Tells the administrators that a webhook of its programs was switched off. */
@InNodeRole
@Component
class WebhookNews implements WebhookListener {
    private static final int LONGEST = 100;

    private final Notifications notifications;

    WebhookNews(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void stopped(AgencyCode agency, String name, String page) {
        String about = "webhook " + name + " · " + agency;
        notifications.tell(new Announcement(
                NotificationKind.CHANNEL_STOPPED,
                Urgency.ORDINARY,
                about.substring(0, Math.min(LONGEST, about.length())),
                page,
                List.of(new Audience.Administrators())));
    }
}
