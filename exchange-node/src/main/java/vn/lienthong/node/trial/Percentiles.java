package vn.lienthong.node.trial;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/** Percentiles of durations by the nearest-rank method: every figure is a duration that was measured. */
final class Percentiles {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double WHOLE = 100;

    private final long[] sorted;

    Percentiles(Collection<Duration> measured) {
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = measured.stream().mapToLong(Duration::toNanos).sorted().toArray();
    }

    /**
     * The smallest duration that at least so many per cent of all do not exceed.
     *
     * @param percent above 0, at most 100
     */
    Duration at(double percent) {
        if (!(percent > 0 && percent <= WHOLE)) {
            throw new IllegalArgumentException("not a percentile: " + percent);
        }
        // The small subtraction undoes the rounding of, for example, 99.9 / 100 * 1000.
        int rank = (int) Math.ceil(percent / WHOLE * sorted.length - 1e-9);
        return Duration.ofNanos(sorted[Math.max(rank, 1) - 1]);
    }

    /** The same in milliseconds, to a hundredth. */
    double millisAt(double percent) {
        return Math.round(at(percent).toNanos() / NANOS_PER_MILLI * WHOLE) / WHOLE;
    }

    /** How many were measured. */
    int count() {
        return sorted.length;
    }

    @Override
    public String toString() {
        return "Percentiles" + Arrays.toString(new double[] {millisAt(50), millisAt(99)});
    }
}
