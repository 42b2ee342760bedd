package vn.lienthong.node.people.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountListener;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.platform.InNodeRole;

/** Tells people that something was changed with which their account is opened, so that they notice when it was not they who did. */
@Component
@InNodeRole
class SignInNews implements AccountListener {
    private final Notifications notifications;

    SignInNews(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void happened(AccountEvent event) {
        changed(event).ifPresent(this::tell);
    }

    private static Optional<LoginName> changed(AccountEvent event) {
        return switch (event) {
            case AccountEvent.PasswordReplaced(LoginName login) -> Optional.of(login);
            case AccountEvent.SecondFactorEnrolled(LoginName login) -> Optional.of(login);
            case AccountEvent.SecondFactorReset(LoginName login, LoginName _) -> Optional.of(login);
            case AccountEvent.RecoveryCodesReplaced(LoginName login) -> Optional.of(login);
            case AccountEvent.PasskeyAdded(LoginName login) -> Optional.of(login);
            case AccountEvent.PasskeyRemoved(LoginName login) -> Optional.of(login);
            case AccountEvent.ProviderLinked(LoginName login, String _) -> Optional.of(login);
            default -> Optional.empty();
        };
    }

    /** At once, also at night: it may have been somebody else. */
    private void tell(LoginName login) {
        notifications.tell(Announcement.of(
                NotificationKind.SIGN_IN_CHANGED,
                Urgency.EXPRESS,
                login.value(),
                "/account/sessions",
                Audience.of(login)));
    }
}
