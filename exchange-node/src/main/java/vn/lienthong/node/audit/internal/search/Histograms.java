package vn.lienthong.node.audit.internal.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.Histogram;

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
                bars.add(new Histogram.Bar(Instant.ofEpochMilli(from + i * width), Math.max(0, counts[i])));
            }
            return new Histogram(Duration.ofMillis(width), bars, complete);
        }
    }

    /** How they spread for somebody who is cleared up to a level: what is above it is counted by itself and taken off. */
    Histogram of(EventFilter filter, Secrecy sight, int bars) {
        Duration period = Duration.between(filter.from(), filter.until());
        boolean inHours = filter.terms().isEmpty() && period.compareTo(LONG) >= 0;
        Sums sums = inHours ? inHours(filter, bars) : each(filter, period, bars);
        if (sight != Secrecy.TOP_SECRET) {
            Conditions hidden = Conditions.hidden(filter, sight);
            counted(hidden, hidden.index(), "event_id", sums).forEach(bar -> sums.add(bar[0], -bar[1]));
        }
        return sums.done();
    }

    private Sums each(EventFilter filter, Duration period, int bars) {
        Sums sums = new Sums(filter.from().toEpochMilli(), parts(period.toMillis(), bars), bars);
        count(filter, sums);
        return sums;
    }

    private static long parts(long whole, int bars) {
        return Math.max(1, (whole + bars - 1) / bars);
    }

    /** Adds up hours that were counted before; only what is left at both ends is counted now. */
    private Sums inHours(EventFilter filter, int bars) {
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
        return sums;
    }

    private void countBetween(EventFilter filter, long from, long until, Sums sums) {
        if (from < until) {
            count(new EventFilter(Instant.ofEpochMilli(from), Instant.ofEpochMilli(until), filter.terms()), sums);
        }
    }

    private void count(EventFilter filter, Sums sums) {
        Conditions all = Conditions.of(filter, Secrecy.TOP_SECRET);
        List<long[]> found = all.index().isEmpty()
                ? counted(all.within(filter), " force index (audit_by_time)", "occurred_at", sums)
                : counted(all, all.index(), "event_id", sums);
        long total = 0;
        for (long[] bar : found) {
            sums.add(bar[0], bar[1]);
            total += bar[1];
        }
        sums.complete &= total < MOST_COUNTED;
    }

    private List<long[]> counted(Conditions conditions, String index, String order, Sums sums) {
        String time = "conv(hex(substr(event_id, 1, 6)), 16, 10)";
        return database.sql("select cast(floor((" + time + " - " + sums.from + ") / " + sums.width
                        + ") as signed) bar, count(*) from (select event_id from audit_event" + index + " where "
                        + conditions.where() + " order by " + order + " desc limit " + MOST_COUNTED
                        + ") counted group by bar")
                .params(conditions.values())
                .query((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                .list();
    }
}
