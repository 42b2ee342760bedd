package vn.lienthong.node.people.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvent.BreakGlassAct;
import vn.lienthong.node.identity.AccountEvent.LifeAct;
import vn.lienthong.node.identity.AccountListener;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.platform.InNodeRole;

/** Tells people what happens to accounts and concerns them, in the transaction in which it happens. */
@Component
@InNodeRole
class PeopleNews implements AccountListener {
    private final Notifications notifications;

    PeopleNews(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void happened(AccountEvent event) {
        switch (event) {
            case AccountEvent.BreakGlassStep(LoginName _, BreakGlassAct act) -> emergency(act);
            case AccountEvent.LifeStep(LoginName login, LifeAct act) when act == LifeAct.WARNED -> unused(login);
            default -> {
                // What else happens to accounts is in the log for those who look there.
            }
        }
    }

    private void emergency(BreakGlassAct act) {
        String what = switch (act) {
            case DRAWN -> "mã mới";
            case USED -> "đã mở";
            case ENDED -> "đã đóng";
            case CLOSED -> "đã xem xét";
        };
        notifications.tell(Announcement.of(
                NotificationKind.EMERGENCY_ENTRY,
                Urgency.EXPRESS,
                what,
                BreakGlassReviews.LIST,
                new Audience.Holders(Role.SECURITY_OFFICER)));
        notifications.tell(new Announcement(
                NotificationKind.EMERGENCY_ENTRY,
                Urgency.EXPRESS,
                what,
                "/",
                List.of(new Audience.Holders(Role.LEADER), new Audience.Administrators())));
    }

    /** The owner may come back in time; the administrators know whether they will. */
    private void unused(LoginName login) {
        notifications.tell(Announcement.of(
                NotificationKind.ACCOUNT_UNUSED, Urgency.ORDINARY, login.value(), "/account", Audience.of(login)));
        notifications.tell(Announcement.of(
                NotificationKind.ACCOUNT_UNUSED,
                Urgency.ORDINARY,
                login.value(),
                "/people/life/" + login.value(),
                new Audience.Administrators()));
    }
}
