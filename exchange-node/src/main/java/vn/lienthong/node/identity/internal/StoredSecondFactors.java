package vn.lienthong.node.identity.internal;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.platform.Secret;

/** Second factors in the database. Every method is one transaction, so that an event is recorded with its change or not at all. */
@Service
@Transactional
public class StoredSecondFactors implements SecondFactors {
    private static final int LONGEST = 64;
    // Short and plain, so that the picture stays coarse and old apps can show it.
    private static final String ISSUER = "Lien%20thong";

    private final SecondFactorTable table;
    private final PasskeyTable passkeys;
    private final SecretSealing sealing;
    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final AccountEvents events;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** Joins the parts. */
    StoredSecondFactors(
            SecondFactorTable table,
            PasskeyTable passkeys,
            SecretSealing sealing,
            Accounts accounts,
            LoginThrottle throttle,
            AccountEvents events,
            InstantSource clock) {
        this.table = table;
        this.passkeys = passkeys;
        this.sealing = sealing;
        this.accounts = accounts;
        this.throttle = throttle;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public State state(LoginName login) {
        Instant since = confirmed(login).map(SecondFactorTable.Row::confirmedAt).orElse(null);
        return new State(since, since == null ? 0 : table.codesLeft(login));
    }

    @Override
    public Enrolment begin(LoginName login) {
        if (confirmed(login).isPresent()) {
            throw new IllegalStateException("the account has a second factor already");
        }
        byte[] fresh = new byte[Totp.SECRET_OCTETS];
        random.nextBytes(fresh);
        table.begin(login, sealing.seal(login, fresh), clock.instant());
        SecondFactorTable.Row row = table.find(login).orElseThrow();
        String text = Base32.encode(sealing.open(login, row.sealed()));
        return new Enrolment(new Secret(text), new Secret(link(login, text)));
    }

    /** The form that authenticator apps agreed on; name and issuer are shown in their list. */
    private static String link(LoginName login, String secret) {
        return "otpauth://totp/" + ISSUER + ":" + login.value() + "?secret=" + secret + "&issuer=" + ISSUER;
    }

    @Override
    public Confirmation confirm(LoginName login, String code, String address) {
        Optional<SecondFactorTable.Row> pending = table.find(login).filter(row -> row.confirmedAt() == null);
        if (pending.isEmpty()) {
            return new NotConfirmed(new Wrong());
        }
        Optional<Instant> blocked = throttle.codeBlockedUntil(login);
        if (blocked.isPresent()) {
            return new NotConfirmed(refused(login, address, new Throttled(blocked.get())));
        }
        if (!takeStep(login, pending.get(), code) || !table.confirm(login, clock.instant())) {
            throttle.codeFailed(login);
            return new NotConfirmed(refused(login, address, new Wrong()));
        }
        throttle.codeSucceeded(login);
        events.tell(new AccountEvent.SecondFactorEnrolled(login));
        return new Confirmed(freshCodes(login));
    }

    @Override
    public CodeCheck check(LoginName login, String code, String address) {
        Optional<Instant> blocked = throttle.codeBlockedUntil(login);
        if (blocked.isPresent()) {
            return refused(login, address, new Throttled(blocked.get()));
        }
        Optional<SecondFactorTable.Row> row = confirmed(login);
        if (row.isPresent() && code.length() <= LONGEST) {
            if (takeStep(login, row.get(), code)) {
                throttle.codeSucceeded(login);
                return new Accepted(Optional.empty());
            }
            if (useRecoveryCode(login, code)) {
                throttle.codeSucceeded(login);
                int left = table.codesLeft(login);
                events.tell(new AccountEvent.RecoveryCodeUsed(login, left));
                return new Accepted(Optional.of(left));
            }
        }
        throttle.codeFailed(login);
        return refused(login, address, new Wrong());
    }

    private CodeCheck refused(LoginName login, String address, CodeCheck check) {
        events.tell(new AccountEvent.SecondFactorRefused(login, address, check instanceof Throttled));
        return check;
    }

    private boolean takeStep(LoginName login, SecondFactorTable.Row row, String typed) {
        String digits = typed.replaceAll("\\s", "");
        OptionalLong step = Totp.stepOf(sealing.open(login, row.sealed()), digits, clock.instant());
        return step.isPresent() && table.take(login, step.getAsLong());
    }

    private boolean useRecoveryCode(LoginName login, String typed) {
        return RecoveryCodes.digest(login, typed)
                .filter(digest -> table.useCode(login, digest, clock.instant()))
                .isPresent();
    }

    @Override
    public List<Secret> replaceRecoveryCodes(LoginName login) {
        if (confirmed(login).isEmpty()) {
            return List.of();
        }
        events.tell(new AccountEvent.RecoveryCodesReplaced(login));
        return freshCodes(login);
    }

    private List<Secret> freshCodes(LoginName login) {
        List<Secret> codes = RecoveryCodes.draw(random);
        table.replaceCodes(
                login,
                codes.stream()
                        .map(code -> RecoveryCodes.digest(login, code.reveal()).orElseThrow())
                        .toList());
        return codes;
    }

    @Override
    public boolean reset(LoginName login, Person by) {
        passkeys.lock(login);
        boolean codes = table.delete(login);
        if (passkeys.removeAll(login) == 0 && !codes) {
            return false;
        }
        throttle.codeSucceeded(login);
        boolean ended = accounts.endSessions(login);
        events.tell(new AccountEvent.SecondFactorReset(login, by.login()));
        return ended || accounts.find(login).isEmpty();
    }

    @Override
    public Secret handOut(LoginName login) {
        Secret secret = begin(login).secret();
        if (!table.confirm(login, clock.instant())) {
            throw new IllegalStateException("the account has a second factor already");
        }
        events.tell(new AccountEvent.SecondFactorEnrolled(login));
        return secret;
    }

    private Optional<SecondFactorTable.Row> confirmed(LoginName login) {
        return table.find(login).filter(row -> row.confirmedAt() != null);
    }
}
