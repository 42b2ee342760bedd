package vn.lienthong.core.message;

import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/**
 * Makes time-ordered identifiers (RFC 9562, version 7) that grow strictly within one instance: 48 bits of milliseconds, a
 * counter of 12 bits that starts low at random in each millisecond (§6.2, method 1), 62 random bits.
 *
 * <p>Guarantees: strictly increasing even when the clock stands still or is set back; safe for many threads.
 */
public final class TimeOrderedIds {

    private static final long COUNTER_END = 1L << 12;
    private static final int COUNTER_START = 1 << 11;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final ReentrantLock lock = new ReentrantLock();
    private long lastMillis;
    private long counter;

    /**
     * Makes a generator.
     *
     * @param clock tells the time
     * @param random must be unpredictable in production, because identifiers appear in links
     */
    public TimeOrderedIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Returns a new parcel identifier. */
    public ParcelId nextParcelId() {
        return new ParcelId(next());
    }

    /** Returns a new identifier, greater than all before it. */
    public UUID next() {
        lock.lock();
        try {
            advance(clock.millis());
            long high = (lastMillis << 16) | VERSION_7 | counter;
            long low = VARIANT_2 | (random.nextLong() >>> 2);
            return new UUID(high, low);
        } finally {
            lock.unlock();
        }
    }

    private void advance(long now) {
        if (now > lastMillis) {
            lastMillis = now;
            counter = random.nextInt(COUNTER_START);
            return;
        }
        counter++;
        if (counter == COUNTER_END) {
            // The millisecond is used up: run ahead of the clock rather than repeat or block.
            lastMillis++;
            counter = 0;
        }
    }
}
