package vn.lienthong.node.gateway.internal;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Buckets that fill with time and from which each request takes one token. In memory: every replica counts for itself, which is
 * exact enough to keep one caller from taking everything.
 */
final class TokenBuckets {
    private static final int MOST = 20_000;
    private static final double MILLIS = 1000.0;

    private final int rate;
    private final int burst;
    private final InstantSource clock;
    private final Map<String, Level> levels = new ConcurrentHashMap<>();

    TokenBuckets(int rate, int burst, InstantSource clock) {
        this.rate = rate;
        this.burst = Math.max(burst, 1);
        this.clock = clock;
    }

    private record Level(double tokens, long at) {}

    /**
     * What is left after a request.
     *
     * @param granted whether there was a token for it
     * @param left whole tokens
     * @param pause seconds until there is one again; 0 when there is
     */
    record Share(boolean granted, long left, long pause) {}

    boolean limited() {
        return rate > 0;
    }

    int rate() {
        return rate;
    }

    int burst() {
        return burst;
    }

    /** Takes a token. */
    Share take(String name) {
        return change(name, 1);
    }

    /** Looks without taking. */
    Share look(String name) {
        return change(name, 0);
    }

    private Share change(String name, int wanted) {
        if (!limited()) {
            return new Share(true, burst, 0);
        }
        long now = clock.millis();
        if (levels.size() > MOST) {
            levels.values().removeIf(level -> filled(level, now) >= burst);
        }
        boolean[] granted = new boolean[1];
        Level level = levels.compute(name, (_, before) -> {
            double tokens = before == null ? burst : filled(before, now);
            granted[0] = tokens >= wanted;
            return new Level(granted[0] ? tokens - wanted : tokens, now);
        });
        double missing = Math.max(0, 1 - level.tokens());
        return new Share(granted[0], (long) level.tokens(), (long) Math.ceil(missing / rate));
    }

    /** A clock that is set back must not empty anything. */
    private double filled(Level level, long now) {
        double since = Math.max(0, now - level.at()) / MILLIS;
        return Math.min(burst, level.tokens() + since * rate);
    }
}
