package vn.lienthong.node.secret.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.certificate.Certificates;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.crypto.share.PinSealing;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.KeyState;
import vn.lienthong.node.secret.PersonalKeys;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretCaller;

/** Personal keys in the table, unlocked ones in {@link Unlocked}. */
@InNodeRole
@Component
class StoredPersonalKeys implements PersonalKeys {

    private final PersonRows rows;
    private final Unlocked unlocked;
    private final Seals seals;
    private final Scope scope;
    private final SecretEvents events;
    private final ApplicationEventPublisher news;
    private final Basics basics;

    StoredPersonalKeys(
            PersonRows rows,
            Unlocked unlocked,
            Seals seals,
            Scope scope,
            SecretEvents events,
            ApplicationEventPublisher news,
            Basics basics) {
        this.rows = rows;
        this.unlocked = unlocked;
        this.seals = seals;
        this.scope = scope;
        this.events = events;
        this.news = news;
        this.basics = basics;
    }

    /**
     * The keys of somebody can be used now: shares that wait can be sealed or given back.
     *
     * @param caller whose
     */
    record Usable(SecretCaller caller) {}

    @Override
    public KeyState state(SecretCaller caller) {
        return rows.find(caller.login())
                .map(row -> state(caller, row))
                .orElseGet(() -> new KeyState(KeyState.Phase.NONE, null, null, 0, "", 0));
    }

    private KeyState state(SecretCaller caller, PersonRow row) {
        Instant now = basics.clock().instant();
        Optional<Instant> until = unlocked.until(caller);
        if (row.sealed() == null) {
            return state(KeyState.Phase.REVOKED, row, null, now);
        }
        if (until.isPresent()) {
            return state(KeyState.Phase.UNLOCKED, row, until.get(), now);
        }
        return row.lockedOut(now)
                ? state(KeyState.Phase.LOCKED_OUT, row, row.lockedUntil(), now)
                : state(KeyState.Phase.LOCKED, row, null, now);
    }

    private static KeyState state(KeyState.Phase phase, PersonRow row, @Nullable Instant until, Instant now) {
        int minutes = until == null ? 0 : minutes(Duration.between(now, until));
        return new KeyState(phase, row.madeAt(), until, minutes, Certificates.fingerprint(row.kem()), row.lost());
    }

    private static int minutes(Duration left) {
        return (int) left.plusSeconds(59).toMinutes();
    }

    @Override
    public SecretAnswer<KeyState> enrol(SecretCaller caller, char[] pin) {
        return withPin(caller, pin, () -> {
            strong(caller, pin);
            if (rows.find(caller.login()).isPresent()) {
                throw new HinderedException(Hindrance.KEYS_EXIST);
            }
            PersonalKeySet keys = fresh(caller);
            byte[] sealed = seal(caller.login(), 1, pin, keys);
            basics.transactions().executeWithoutResult(_ -> {
                if (!rows.insert(
                        caller.login(),
                        keys.certificates(),
                        sealed,
                        basics.clock().instant())) {
                    throw new HinderedException(Hindrance.KEYS_EXIST);
                }
                events.keys(EventKind.SECRET_KEY_ENROL, caller.login(), fingerprint(keys));
            });
            return usable(caller, keys);
        });
    }

    @Override
    public SecretAnswer<KeyState> unlock(SecretCaller caller, char[] pin) {
        return withPin(caller, pin, () -> {
            PersonalKeySet keys = open(caller, pin);
            basics.transactions()
                    .executeWithoutResult(_ -> events.keys(EventKind.SECRET_KEY_UNLOCK, caller.login(), "pin"));
            return usable(caller, keys);
        });
    }

    @Override
    public SecretAnswer<KeyState> changePin(SecretCaller caller, char[] pin, char[] fresh) {
        try {
            return withPin(caller, pin, () -> {
                strong(caller, fresh);
                PersonalKeySet keys = open(caller, pin);
                PersonRow row = usableRow(caller.login());
                byte[] sealed = seal(caller.login(), row.generation(), fresh, keys);
                basics.transactions().executeWithoutResult(_ -> {
                    if (!rows.reseal(row, sealed)) {
                        throw new HinderedException(Hindrance.CHANGED_MEANWHILE);
                    }
                    events.keys(EventKind.SECRET_KEY_CHANGE, caller.login(), "pin");
                });
                return usable(caller, keys);
            });
        } finally {
            Arrays.fill(fresh, '\0');
        }
    }

    @Override
    public SecretAnswer<KeyState> reset(SecretCaller caller, char[] fresh) {
        return withPin(caller, fresh, () -> {
            strong(caller, fresh);
            PersonRow row = rows.find(caller.login()).orElseThrow(() -> new HinderedException(Hindrance.NO_KEYS));
            PersonalKeySet keys = fresh(caller);
            byte[] sealed = seal(caller.login(), row.generation() + 1, fresh, keys);
            basics.transactions().executeWithoutResult(_ -> {
                int lost = rows.destroyShares(caller.login());
                if (!rows.replace(
                        row, keys.certificates(), sealed, basics.clock().instant(), lost)) {
                    throw new HinderedException(Hindrance.CHANGED_MEANWHILE);
                }
                events.keys(EventKind.SECRET_KEY_RESET, caller.login(), fingerprint(keys));
            });
            unlocked.forget(caller.login());
            return usable(caller, keys);
        });
    }

    @Override
    public void lock(SecretCaller caller) {
        if (unlocked.forget(caller.session())) {
            basics.transactions()
                    .executeWithoutResult(_ -> events.keys(EventKind.SECRET_KEY_LOCK, caller.login(), "asked"));
        }
    }

    @Override
    public void sessionEnded(String session) {
        boolean _ = unlocked.forget(session);
    }

    @Override
    public void revoke(LoginName login, String reason) {
        unlocked.forget(login);
        basics.transactions().executeWithoutResult(_ -> {
            if (rows.revoke(login, basics.clock().instant())) {
                int shares = rows.destroyShares(login);
                events.keys(EventKind.SECRET_KEY_REVOKE, login, reason + " " + shares);
            }
        });
    }

    private SecretAnswer<KeyState> withPin(SecretCaller caller, char[] pin, Supplier<KeyState> work) {
        try {
            return Answers.of(() -> {
                var _ = scope.enter(caller);
                Scope.stepUp(caller);
                return work.get();
            });
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private KeyState usable(SecretCaller caller, PersonalKeySet keys) {
        Instant _ = unlocked.hold(caller, keys);
        news.publishEvent(new Usable(caller));
        return state(caller);
    }

    private static void strong(SecretCaller caller, char[] pin) {
        if (!PinRules.strong(pin, caller.login().value())) {
            throw new HinderedException(Hindrance.PIN_WEAK);
        }
    }

    private PersonRow usableRow(LoginName login) {
        return rows.find(login)
                .filter(row -> row.sealed() != null)
                .orElseThrow(() -> new HinderedException(Hindrance.NO_KEYS));
    }

    private PersonalKeySet open(SecretCaller caller, char[] pin) {
        PersonRow row = usableRow(caller.login());
        int tries = count(caller.login());
        Octets sealed = row.sealed();
        byte[] place = place(caller.login(), row.generation());
        byte[] underPin = seals.openPerson(place, sealed == null ? new byte[0] : sealed.toByteArray());
        byte[] opened = PinSealing.open(pin, place, underPin).orElseThrow(() -> wrong(caller.login(), tries));
        try {
            basics.transactions().executeWithoutResult(_ -> rows.rightPin(caller.login()));
            return PersonalKeySet.decode(opened, row.certificates());
        } finally {
            Arrays.fill(opened, (byte) 0);
        }
    }

    /** Counts the try and, from some number on, locks out before it is known to be wrong: whoever tries many at once gains nothing. */
    private int count(LoginName login) {
        Integer counted = basics.transactions().execute(_ -> {
            Instant now = basics.clock().instant();
            Optional<Integer> tries = rows.countTry(login, now);
            tries.filter(count -> PinRules.pause(count).isPositive())
                    .ifPresent(count -> rows.lockOut(login, now.plus(PinRules.pause(count))));
            return tries.orElse(0);
        });
        if (counted == null || counted == 0) {
            throw new HinderedException(Hindrance.LOCKED_OUT, String.valueOf(pauseLeft(login)));
        }
        return counted;
    }

    private int pauseLeft(LoginName login) {
        return rows.find(login)
                .map(PersonRow::lockedUntil)
                .map(until -> minutes(Duration.between(basics.clock().instant(), until)))
                .orElse(1);
    }

    private HinderedException wrong(LoginName login, int tries) {
        basics.transactions().executeWithoutResult(_ -> events.wrongPin(login, tries));
        return new HinderedException(Hindrance.WRONG_PIN, String.valueOf(PinRules.left(tries)));
    }

    private PersonalKeySet fresh(SecretCaller caller) {
        return PersonalKeySet.generate(name(caller), basics.clock());
    }

    private static X500Principal name(SecretCaller caller) {
        String quoted = caller.person()
                .displayName()
                .replaceAll("[\\p{Cntrl}\"\\\\]", " ")
                .strip();
        return new X500Principal("CN=\"" + quoted + "\"");
    }

    private byte[] seal(LoginName login, int generation, char[] pin, PersonalKeySet keys) {
        byte[] encoded = keys.encode();
        byte[] place = place(login, generation);
        try {
            return seals.person(place, PinSealing.seal(pin, place, encoded));
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    static byte[] place(LoginName login, int generation) {
        return Place.of("person", login.value(), generation);
    }

    private static String fingerprint(PersonalKeySet keys) {
        return Certificates.fingerprint(keys.recipient().certificate());
    }

    /** The certificates of somebody's signing keys: classical, post-quantum. */
    static List<Octets> signers(PersonalKeySet keys) {
        return keys.certificates().subList(1, 3).stream()
                .map(certificate -> Octets.of(Certificates.encode(certificate)))
                .toList();
    }
}
