package vn.lienthong.node.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvent.LifeAct;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.BreakGlass;
import vn.lienthong.node.identity.Invitations;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.PasswordFault;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.Secret;

/** Invitations in the database; of a code only the digest is kept. */
@Service
class StoredInvitations implements Invitations {
    private static final int LONGEST_CODE = 64;

    private final LifeTable table;
    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final AccountEvents events;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    StoredInvitations(
            LifeTable table,
            Accounts accounts,
            LoginThrottle throttle,
            AccountEvents events,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.table = table;
        this.accounts = accounts;
        this.throttle = throttle;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<Invitation> invite(LoginName login, Person by) {
        if (login.equals(by.login())
                || login.equals(BreakGlass.LOGIN)
                || accounts.find(login).isEmpty()) {
            return Optional.empty();
        }
        // Nobody knows this one: until the invitation is taken up, nobody signs in.
        accounts.changePassword(login, InitialPasswords.draw(random).reveal()).ifPresent(fault -> {
            throw new IllegalStateException("generated password refused: " + fault);
        });
        Secret code = InitialPasswords.draw(random);
        Instant now = Timestamps.millis(clock.instant());
        table.invite(login, digest(code.reveal()), by.login(), now, now.plus(LIFE));
        events.tell(new AccountEvent.LifeStep(login, LifeAct.INVITED));
        return Optional.of(new Invitation(code, now.plus(LIFE)));
    }

    private static byte[] digest(String code) {
        return Digests.sha256(code.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Acceptance accept(String login, String code, String password, String address) {
        return LoginName.parse(login)
                .filter(_ -> code.length() <= LONGEST_CODE)
                .map(name -> accept(name, code, password, address))
                .orElseGet(Acceptance.Wrong::new);
    }

    private Acceptance accept(LoginName login, String code, String password, String address) {
        Optional<Instant> blocked = throttle.blockedUntil(login, address);
        if (blocked.isPresent()) {
            return new Acceptance.Throttled(blocked.get());
        }
        Acceptance answer = once(login, code, password);
        if (answer instanceof Acceptance.Wrong) {
            throttle.failed(login, address);
        } else if (answer instanceof Acceptance.Accepted) {
            throttle.succeeded(login);
        }
        return answer;
    }

    private Acceptance once(LoginName login, String code, String password) {
        try {
            return Objects.requireNonNull(transactions.execute(status -> {
                Acceptance outcome = take(login, code, password);
                if (!(outcome instanceof Acceptance.Accepted)) {
                    status.setRollbackOnly();
                }
                return outcome;
            }));
        } catch (ConcurrencyFailureException faster) {
            // Somebody else is using the same code up at this moment.
            return new Acceptance.Wrong();
        }
    }

    private Acceptance take(LoginName login, String code, String password) {
        if (!table.useUp(login, digest(code), clock.instant())) {
            return new Acceptance.Wrong();
        }
        Optional<PasswordFault> fault = accounts.changePassword(login, password);
        if (fault.isPresent()) {
            return new Acceptance.Refused(fault.get());
        }
        events.tell(new AccountEvent.LifeStep(login, LifeAct.JOINED));
        return new Acceptance.Accepted();
    }
}
