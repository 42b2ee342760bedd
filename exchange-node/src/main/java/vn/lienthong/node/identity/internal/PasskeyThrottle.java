package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;

/** Slows down answers that do not hold, together with wrong codes: of an account where one was asked, else of an address. */
@Component
class PasskeyThrottle {
    private final LoginThrottle throttle;
    private final Accounts accounts;

    PasskeyThrottle(LoginThrottle throttle, Accounts accounts) {
        this.throttle = throttle;
        this.accounts = accounts;
    }

    Optional<Instant> blockedUntil(Optional<LoginName> whose, String address) {
        return whose.isPresent() ? throttle.codeBlockedUntil(whose.get()) : throttle.addressBlockedUntil(address);
    }

    void failed(Optional<LoginName> whose, String address) {
        whose.ifPresentOrElse(throttle::codeFailed, () -> throttle.addressFailed(address));
    }

    void succeeded(LoginName login) {
        throttle.codeSucceeded(login);
    }

    Optional<Person> enabled(LoginName login) {
        return accounts.find(login);
    }
}
