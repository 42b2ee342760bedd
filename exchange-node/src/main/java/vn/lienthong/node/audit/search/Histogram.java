package vn.lienthong.node.audit.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many events fell into each part of a period.
 *
 * @param width of a part
 * @param bars all parts in order of time, empty ones included
 * @param complete false when there were so many that only the newest were counted
 */
public record Histogram(Duration width, List<Bar> bars, boolean complete) {

    /** Copies the list. */
    public Histogram {
        bars = List.copyOf(bars);
    }

    /**
     * One part.
     *
     * @param from where it begins
     * @param count how many events
     */
    public record Bar(Instant from, long count) {}
}
