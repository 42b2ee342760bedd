package vn.lienthong.core.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try again: exponential with full jitter, computed from the stored number of attempts, so that a restart changes
 * nothing and a thousand deliveries to one dead peer do not return in one moment.
 *
 * @param first upper bound of the first wait
 * @param cap upper bound of every wait
 * @param floor lower bound of every wait, so that jitter never hammers
 */
public record RetryPolicy(Duration first, Duration cap, Duration floor) {

    /** For ordinary parcels: up to 5 s first, up to 10 min later. */
    public static final RetryPolicy ORDINARY =
            new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofMillis(500));

    /** For urgent parcels: up to 1 s first, up to 30 s later. */
    public static final RetryPolicy URGENT =
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMillis(200));

    private static final int MAX_DOUBLINGS = 30;

    /** Refuses bounds that contradict each other. */
    public RetryPolicy {
        if (floor.isNegative() || floor.compareTo(first) > 0 || first.compareTo(cap) > 0) {
            throw new IllegalArgumentException("floor, first and cap must grow");
        }
        if (cap.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("a wait of more than a day is no retry");
        }
    }

    /** Returns the policy of a lane. */
    public static RetryPolicy of(Lane lane) {
        return lane == Lane.URGENT ? URGENT : ORDINARY;
    }

    /**
     * Returns how long to wait.
     *
     * @param attempts how many attempts have failed, from 1
     * @param random decides within the bounds
     */
    public Duration waitAfter(int attempts, RandomGenerator random) {
        if (attempts < 1) {
            throw new IllegalArgumentException("there is no wait before the first attempt");
        }
        long bound = Math.min(cap.toMillis(), first.toMillis() << Math.min(attempts - 1, MAX_DOUBLINGS));
        long low = floor.toMillis();
        return Duration.ofMillis(bound <= low ? low : random.nextLong(low, bound + 1));
    }

    /** As {@link #waitAfter(int, RandomGenerator)}, but never before the time for which the peer asked, itself capped at one hour. */
    public Duration waitAfter(int attempts, Duration asked, RandomGenerator random) {
        Duration own = waitAfter(attempts, random);
        Duration bounded = asked.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : asked;
        return bounded.compareTo(own) > 0 ? bounded : own;
    }
}
