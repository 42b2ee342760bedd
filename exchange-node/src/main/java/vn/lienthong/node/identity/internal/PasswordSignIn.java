package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.SignIn;

/** Sign-in with a local account, throttled. */
@Service
public class PasswordSignIn implements SignIn {
    private final AccountStore accounts;
    private final PasswordHashing hashing;
    private final LoginThrottle throttle;

    /**
     * Joins the parts.
     *
     * @param accounts where accounts are kept
     * @param hashing how passwords are compared
     * @param throttle what slows guessing down
     */
    public PasswordSignIn(AccountStore accounts, PasswordHashing hashing, LoginThrottle throttle) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.throttle = throttle;
    }

    @Override
    public Outcome attempt(String login, String password, String address) {
        // No account has a name of this form, so the time of the answer gives nothing away.
        return LoginName.parse(login)
                .filter(_ -> password.length() <= PasswordPolicy.LONGEST)
                .map(name -> attempt(name, password, address))
                .orElseGet(Wrong::new);
    }

    private Outcome attempt(LoginName login, String password, String address) {
        Optional<Instant> blocked = throttle.blockedUntil(login, address);
        if (blocked.isPresent()) {
            return new Throttled(blocked.get());
        }
        Optional<StoredAccount> account = accounts.find(login).filter(StoredAccount::enabled);
        boolean right = account.map(stored -> hashing.matches(password, stored.passwordHash()))
                .orElseGet(() -> hashing.matchesNobody(password));
        if (account.isEmpty() || !right) {
            throttle.failed(login, address);
            return new Wrong();
        }
        throttle.succeeded(login);
        return new SignedIn(account.get().person());
    }
}
