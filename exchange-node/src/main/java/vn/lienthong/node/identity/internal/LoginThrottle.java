package vn.lienthong.node.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.internal.AttemptStore.Tally;

/**
 * Slows down guessing: after 5 failures for a name, or 30 from an address, nothing is tried for a minute, then two, up to 15.
 *
 * <p>Guarantees: a blocked attempt costs no password hash and does not lengthen the block, so an attacker cannot keep the
 * owner out for longer than 15 minutes after giving up.
 */
@Component
public class LoginThrottle {
    static final int FAILURES_PER_NAME = 5;
    static final int FAILURES_PER_ADDRESS = 30;
    private static final Duration FIRST_BLOCK = Duration.ofMinutes(1);
    private static final Duration LONGEST_BLOCK = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofHours(1);

    private final AttemptStore attempts;
    private final InstantSource clock;

    /**
     * Counts with a store and a clock.
     *
     * @param attempts where failures are counted
     * @param clock the time
     */
    public LoginThrottle(AttemptStore attempts, InstantSource clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    /**
     * Tells whether an attempt must not even be looked at.
     *
     * @param login the name somebody wants to sign in with
     * @param address where the attempt comes from
     * @return when it may be tried again, or empty when now
     */
    public Optional<Instant> blockedUntil(LoginName login, String address) {
        Instant now = clock.instant();
        return Stream.of(AttemptSubject.of(login), AttemptSubject.ofAddress(address))
                .map(subject -> attempts.tally(subject).blockedUntil())
                .flatMap(Stream::ofNullable)
                .filter(until -> until.isAfter(now))
                .max(Instant::compareTo);
    }

    /**
     * Counts a failure.
     *
     * @param login the name that was tried
     * @param address where the attempt came from
     */
    public void failed(LoginName login, String address) {
        Instant now = clock.instant();
        attempts.forgetOlder(now.minus(MEMORY));
        count(AttemptSubject.of(login), FAILURES_PER_NAME, now);
        count(AttemptSubject.ofAddress(address), FAILURES_PER_ADDRESS, now);
    }

    /**
     * Forgets the failures of a name whose owner has just signed in. The address keeps its tally: one valid account must not
     * buy an attacker fresh tries for all the others.
     *
     * @param login the name
     */
    public void succeeded(LoginName login) {
        attempts.forget(AttemptSubject.of(login));
    }

    /**
     * Tells whether a code of the second factor must not even be looked at.
     *
     * @param login whose
     * @return when it may be tried again, or empty when now
     */
    public Optional<Instant> codeBlockedUntil(LoginName login) {
        return Optional.ofNullable(attempts.tally(AttemptSubject.ofCode(login)).blockedUntil())
                .filter(until -> until.isAfter(clock.instant()));
    }

    /**
     * Counts a wrong code. A right password does not forgive it, or whoever has the password could try codes for ever.
     *
     * @param login whose
     */
    public void codeFailed(LoginName login) {
        count(AttemptSubject.ofCode(login), FAILURES_PER_NAME, clock.instant());
    }

    /**
     * Forgets the wrong codes of an account.
     *
     * @param login whose
     */
    public void codeSucceeded(LoginName login) {
        attempts.forget(AttemptSubject.ofCode(login));
    }

    /**
     * Tells whether an attempt from an address that names nobody must not even be looked at.
     *
     * @param address where it comes from
     * @return when it may be tried again, or empty when now
     */
    public Optional<Instant> addressBlockedUntil(String address) {
        return Optional.ofNullable(
                        attempts.tally(AttemptSubject.ofAddress(address)).blockedUntil())
                .filter(until -> until.isAfter(clock.instant()));
    }

    /**
     * Counts a failure that names nobody.
     *
     * @param address where it came from
     */
    public void addressFailed(String address) {
        count(AttemptSubject.ofAddress(address), FAILURES_PER_ADDRESS, clock.instant());
    }

    /**
     * Tells whether credentials of the emergency entry from an address must not even be looked at. Counted by address alone: whoever
     * guesses must not keep everybody else out of it.
     *
     * @param address where they come from
     * @return when it may be tried again, or empty when now
     */
    public Optional<Instant> doorBlockedUntil(String address) {
        return Optional.ofNullable(
                        attempts.tally(AttemptSubject.ofDoor(address)).blockedUntil())
                .filter(until -> until.isAfter(clock.instant()));
    }

    /**
     * Counts wrong credentials of the emergency entry.
     *
     * @param address where they came from
     */
    public void doorFailed(String address) {
        count(AttemptSubject.ofDoor(address), FAILURES_PER_NAME, clock.instant());
    }

    private void count(AttemptSubject subject, int allowed, Instant now) {
        Tally before = attempts.tally(subject);
        boolean fresh = before.lastAt().isBefore(now.minus(MEMORY));
        int failures = fresh ? 1 : before.failures() + 1;
        attempts.remember(subject, new Tally(failures, now, block(failures - allowed, now)));
    }

    private static @Nullable Instant block(int beyond, Instant now) {
        if (beyond < 0) {
            return null;
        }
        Duration block = FIRST_BLOCK.multipliedBy(1L << Math.min(beyond, 10));
        return now.plus(block.compareTo(LONGEST_BLOCK) > 0 ? LONGEST_BLOCK : block);
    }
}
