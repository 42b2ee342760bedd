package vn.lienthong.node.platform;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers that sort by the time of their making (UUID version 7, RFC 9562 §5.7).
 *
 * <p>Guarantees: strictly increasing within one instance, also within one millisecond and when the clock steps back;
 * 62 random bits each. Does not guarantee: order between instances.
 */
public final class TimeOrderedIds {

    private static final int COUNTER_BITS = 12;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final AtomicLong last = new AtomicLong();

    /** Takes time from {@code clock} and the rest from {@code random}. */
    public TimeOrderedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** The next identifier. */
    public UUID next() {
        // Milliseconds and counter are one number: a full counter runs over into the next millisecond.
        long now = clock.millis() << COUNTER_BITS;
        long tick = last.accumulateAndGet(now, (before, given) -> Math.max(before + 1, given));
        long high = (tick >>> COUNTER_BITS) << 16 | VERSION_7 | (tick & 0xFFF);
        return new UUID(high, random.nextLong() >>> 2 | VARIANT);
    }
}
