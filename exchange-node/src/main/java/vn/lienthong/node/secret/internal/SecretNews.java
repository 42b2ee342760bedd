package vn.lienthong.node.secret.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
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
    private final Scope scope;

    SecretNews(Notifications notifications, Scope scope) {
        this.notifications = notifications;
        this.scope = scope;
    }

    /** Tells those of them who are still cleared, in the transaction of what happened. */
    void tell(AgencyCode agency, Collection<LoginName> logins) {
        List<Audience> audience = logins.stream()
                .filter(login -> scope.cleared(login, agency).isStateSecret())
                .map(Audience::of)
                .toList();
        if (!audience.isEmpty()) {
            notifications.tell(new Announcement(NotificationKind.SECRET_WORK, Urgency.ORDINARY, "", AREA, audience));
        }
    }
}
