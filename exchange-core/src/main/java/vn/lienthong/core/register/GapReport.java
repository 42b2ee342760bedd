package vn.lienthong.core.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is remarkable about a series: numbers that are missing, cancelled or carry a suffix. Lists end at {@link #MOST} entries.
 *
 * @param series its name
 * @param first the number that it should begin with
 * @param last the last one issued; less than {@code first} when there is none
 * @param entries how many there are, cancelled ones included
 * @param missing ranges without entry
 * @param cancelled numbers with their reasons
 * @param suffixed numbers that were inserted
 */
public record GapReport(
        String series,
        int first,
        int last,
        int entries,
        List<Range> missing,
        List<Line> cancelled,
        List<Line> suffixed) {

    /** The most entries of a list. */
    public static final int MOST = 500;

    /** Copies the lists. */
    public GapReport {
        missing = List.copyOf(missing);
        cancelled = List.copyOf(cancelled);
        suffixed = List.copyOf(suffixed);
    }

    /** Whether every number from the first to the last is there and none was cancelled or inserted. */
    public boolean isClean() {
        return missing.isEmpty() && cancelled.isEmpty() && suffixed.isEmpty();
    }

    /**
     * Numbers in a row.
     *
     * @param from the first
     * @param to the last
     */
    public record Range(int from, int to) {
        /** As people write it. */
        public String display() {
            return from == to ? Integer.toString(from) : from + "–" + to;
        }
    }

    /**
     * A number and why it is remarkable.
     *
     * @param number with suffix
     * @param reason as given; may be empty
     */
    public record Line(String number, String reason) {}

    /** Makes a report of entries that come in the order of their numbers. */
    public static final class Maker {
        private final String series;
        private final int first;
        private final List<Range> missing = new ArrayList<>();
        private final List<Line> cancelled = new ArrayList<>();
        private final List<Line> suffixed = new ArrayList<>();
        private int last;
        private int entries;

        /**
         * Begins.
         *
         * @param series its name
         * @param first the number that it should begin with
         */
        public Maker(String series, int first) {
            this.series = series;
            this.first = first;
            this.last = first - 1;
        }

        /**
         * Takes the next entry.
         *
         * @param number not less than the one before
         * @param suffix empty for most
         * @param isCancelled whether it was cancelled
         * @param reason why it was cancelled or inserted
         */
        public void add(int number, String suffix, boolean isCancelled, String reason) {
            if (number < last) {
                throw new IllegalArgumentException("numbers come in their order");
            }
            if (number > last + 1) {
                bounded(missing, new Range(last + 1, number - 1));
            }
            last = Math.max(last, number);
            entries++;
            if (isCancelled) {
                bounded(cancelled, new Line(number + suffix, reason));
            }
            if (!suffix.isEmpty()) {
                bounded(suffixed, new Line(number + suffix, reason));
            }
        }

        /**
         * Ends.
         *
         * @param counter the last number that the counter has given out, which may be behind the last entry
         */
        public GapReport finish(int counter) {
            if (counter > last) {
                bounded(missing, new Range(last + 1, counter));
                last = counter;
            }
            return new GapReport(
                    series,
                    first,
                    last,
                    entries,
                    Collections.unmodifiableList(missing),
                    Collections.unmodifiableList(cancelled),
                    Collections.unmodifiableList(suffixed));
        }

        private static <T> void bounded(List<T> list, T entry) {
            if (list.size() < MOST) {
                list.add(entry);
            }
        }
    }
}
