package vn.lienthong.node.audit.internal.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.Histogram;
import vn.lienthong.node.database.Columns;

/** How events spread over a period. */
@Component
class Histograms {

    private static final int MOST_COUNTED = 300_000;
    /** From this length on a period without conditions is drawn in whole hours. */
    private static final Duration LONG = Duration.ofDays(4);

    private final JdbcClient database;
    private final HourCounts hours;

    Histograms(JdbcClient database, HourCounts hours) {
        this.database = database;
        this.hours = hours;
    }

    /** A histogram in the making: parts of equal width. */
    private static final class Sums {
        private final long from;
        private final long width;
        private final long[] counts;
        private boolean complete = true;

        Sums(long from, long width, int bars) {
            this.from = from;
            this.width = width;
            this.counts = new long[bars];
        }

        void add(long bar, long count) {
            counts[(int) Math.clamp(bar, 0, counts.length - 1L)] += count;
        }

        Histogram done() {
            List<Histogram.Bar> bars = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                bars.add(new Histogram.Bar(Instant.ofEpochMilli(from + i * width), counts[i]));
            }
            return new Histogram(Duration.ofMillis(width), bars, complete);
        }
    }

    Histogram of(EventFilter filter, int bars) {
        Duration period = Duration.between(filter.from(), filter.until());
        if (filter.terms().isEmpty() && period.compareTo(LONG) >= 0) {
            return inHours(filter, bars);
        }
        Sums sums = new Sums(filter.from().toEpochMilli(), parts(period.toMillis(), bars), bars);
        count(filter, sums);
        return sums.done();
    }

    private static long parts(long whole, int bars) {
        return Math.max(1, (whole + bars - 1) / bars);
    }

    /** Adds up hours that were counted before; only what is left at both ends is counted now. */
    private Histogram inHours(EventFilter filter, int bars) {
        long from = filter.from().toEpochMilli();
        long until = filter.until().toEpochMilli();
        long begin = Math.floorDiv(from, HourCounts.HOUR);
        long hoursOfBar = parts(Math.ceilDiv(until, HourCounts.HOUR) - begin, bars);
        Sums sums = new Sums(begin * HourCounts.HOUR, hoursOfBar * HourCounts.HOUR, bars);
        long first = Math.ceilDiv(from, HourCounts.HOUR);
        long last = Math.clamp(hours.until(), first, Math.max(first, Math.floorDiv(until, HourCounts.HOUR)));
        hours.between(first, last).forEach((hour, count) -> sums.add((hour - begin) / hoursOfBar, count));
        countBetween(filter, from, first * HourCounts.HOUR, sums);
        countBetween(filter, last * HourCounts.HOUR, until, sums);
        return sums.done();
    }

    private void countBetween(EventFilter filter, long from, long until, Sums sums) {
        if (from < until) {
            count(new EventFilter(Instant.ofEpochMilli(from), Instant.ofEpochMilli(until), filter.terms()), sums);
        }
    }

    private void count(EventFilter filter, Sums sums) {
        Conditions conditions = Conditions.of(filter);
        boolean byTime = conditions.index().isEmpty();
        String index = byTime ? " force index (audit_by_time)" : conditions.index();
        String where = byTime ? "occurred_at >= ? and occurred_at < ? and " + conditions.where() : conditions.where();
        List<Object> values = new ArrayList<>();
        if (byTime) {
            values.add(Columns.of(filter.from()));
            values.add(Columns.of(filter.until()));
        }
        values.addAll(conditions.values());
        String time = "conv(hex(substr(event_id, 1, 6)), 16, 10)";
        List<long[]> found = database.sql("select cast(floor((" + time + " - " + sums.from + ") / " + sums.width
                        + ") as signed) bar, count(*) from (select event_id from audit_event" + index + " where "
                        + where
                        + " order by " + (byTime ? "occurred_at" : "event_id") + " desc limit " + MOST_COUNTED
                        + ") counted group by bar")
                .params(values)
                .query((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                .list();
        long total = 0;
        for (long[] bar : found) {
            sums.add(bar[0], bar[1]);
            total += bar[1];
        }
        sums.complete &= total < MOST_COUNTED;
    }
}
