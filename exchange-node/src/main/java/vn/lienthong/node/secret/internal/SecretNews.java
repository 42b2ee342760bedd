package vn.lienthong.node.secret.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.platform.InNodeRole;

/** Tells cleared people that something waits in the secret area, and nothing else. */
@InNodeRole
@Component
class SecretNews {

    private static final String AREA = "/secret";

    private final Notifications notifications;

    SecretNews(Notifications notifications) {
        this.notifications = notifications;
    }

    /** In the transaction of what happened. */
    void tell(Collection<LoginName> logins) {
        List<Audience> audience = logins.stream().map(Audience::of).toList();
        if (!audience.isEmpty()) {
            notifications.tell(new Announcement(NotificationKind.SECRET_WORK, Urgency.ORDINARY, "", AREA, audience));
        }
    }
}
