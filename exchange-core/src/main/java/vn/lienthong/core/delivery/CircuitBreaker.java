package vn.lienthong.core.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a dead peer from eating the workers. An immutable value per peer: closed while the peer answers; open after some
 * failures in a row; half-open after a pause, when exactly one attempt may probe.
 *
 * @param policy its bounds
 * @param failures failures in a row
 * @param openUntil when the next probe may start; null while closed
 * @param probeUntil until when the running probe may take before another may start; null while none runs
 */
public record CircuitBreaker(
        Policy policy,
        int failures,
        @Nullable Instant openUntil,
        @Nullable Instant probeUntil) {

    /** Returns a closed breaker. */
    public static CircuitBreaker closed(Policy policy) {
        return new CircuitBreaker(policy, 0, null, null);
    }

    /** Returns the phase at that instant. */
    public Phase phase(Instant now) {
        if (openUntil == null) {
            return Phase.CLOSED;
        }
        boolean probing = probeUntil != null && now.isBefore(probeUntil);
        return now.isBefore(openUntil) || probing ? Phase.OPEN : Phase.HALF_OPEN;
    }

    /** Asks for leave to make one attempt. */
    public Leave ask(Instant now) {
        return switch (phase(now)) {
            case CLOSED -> new Leave(true, this);
            case OPEN -> new Leave(false, this);
            case HALF_OPEN ->
                new Leave(true, new CircuitBreaker(policy, failures, openUntil, now.plus(policy.probe())));
        };
    }

    /** Returns the breaker after the peer answered, whatever it answered. */
    public CircuitBreaker succeeded() {
        return closed(policy);
    }

    /** Returns the breaker after an attempt that got no answer. */
    public CircuitBreaker failed(Instant now) {
        int count = Math.min(failures + 1, Policy.MAX_FAILURES);
        if (count < policy.threshold()) {
            return new CircuitBreaker(policy, count, null, null);
        }
        return new CircuitBreaker(policy, count, now.plus(policy.pause(count)), null);
    }

    /** What a breaker does at an instant. */
    public enum Phase {
        /** Every attempt may go. */
        CLOSED,
        /** No attempt may go. */
        OPEN,
        /** One attempt may go. */
        HALF_OPEN
    }

    /**
     * The answer to one who asks.
     *
     * @param granted whether the attempt may go
     * @param breaker the breaker from now on
     */
    public record Leave(boolean granted, CircuitBreaker breaker) {}

    /**
     * The bounds of a breaker.
     *
     * @param threshold failures in a row that open it, from 1
     * @param firstPause how long it stays open first; doubles with every further failure
     * @param maxPause how long it stays open at most
     * @param probe how long a probe may take
     */
    public record Policy(int threshold, Duration firstPause, Duration maxPause, Duration probe) {

        /** Five failures, 5 s to 2 min, a minute for a probe. */
        public static final Policy DEFAULT =
                new Policy(5, Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofMinutes(1));

        private static final int MAX_FAILURES = 1000;
        private static final int MAX_DOUBLINGS = 20;

        /** Refuses bounds that contradict each other. */
        public Policy {
            if (threshold < 1 || threshold >= MAX_FAILURES) {
                throw new IllegalArgumentException("the threshold is out of range");
            }
            if (!firstPause.isPositive() || firstPause.compareTo(maxPause) > 0 || !probe.isPositive()) {
                throw new IllegalArgumentException("the pauses contradict each other");
            }
        }

        private Duration pause(int failures) {
            long bound = firstPause.toMillis() << Math.min(failures - threshold, MAX_DOUBLINGS);
            return Duration.ofMillis(Math.min(bound, maxPause.toMillis()));
        }
    }
}
