package vn.lienthong.node.secret.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import vn.lienthong.crypto.share.PersonalKeySet;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.SecretCaller;

/** Unlocked keys, in memory only, each for one session and a quarter of an hour. */
@InNodeRole
@Component
class Unlocked {

    static final Duration TIME = Duration.ofMinutes(15);

    private final Map<String, Held> sessions = new ConcurrentHashMap<>();
    private final InstantSource clock;

    Unlocked(InstantSource clock) {
        this.clock = clock;
    }

    private record Held(LoginName login, PersonalKeySet keys, Instant until) {
        @Override
        public String toString() {
            return "Held[" + login.value() + "]";
        }
    }

    Instant hold(SecretCaller caller, PersonalKeySet keys) {
        Instant until = clock.instant().plus(TIME);
        sessions.put(caller.session(), new Held(caller.login(), keys, until));
        return until;
    }

    Optional<PersonalKeySet> keys(SecretCaller caller) {
        return held(caller).map(Held::keys);
    }

    Optional<Instant> until(SecretCaller caller) {
        return held(caller).map(Held::until);
    }

    private Optional<Held> held(SecretCaller caller) {
        Instant now = clock.instant();
        sessions.values().removeIf(held -> !held.until().isAfter(now));
        return Optional.ofNullable(sessions.get(caller.session()))
                .filter(held -> held.login().equals(caller.login()));
    }

    boolean forget(String session) {
        return sessions.remove(session) != null;
    }

    void forget(LoginName login) {
        sessions.values().removeIf(held -> held.login().equals(login));
    }

    /** Forgets what is over; called now and then, so that nothing outlives its time because nobody asks. */
    void sweep() {
        Instant now = clock.instant();
        sessions.values().removeIf(held -> !held.until().isAfter(now));
    }
}
