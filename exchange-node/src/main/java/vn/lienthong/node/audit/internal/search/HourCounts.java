package vn.lienthong.node.audit.internal.search;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.internal.Round;
import vn.lienthong.node.database.Columns;

/** Counts the events of each hour once, a quarter of an hour after it is over, so that long periods are drawn without counting. */
@Component
class HourCounts implements Round {

    /** Milliseconds of an hour. */
    static final long HOUR = Duration.ofHours(1).toMillis();

    private static final Duration MARGIN = Duration.ofMinutes(15);
    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final InstantSource clock;

    HourCounts(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        var _ = count(AT_ONCE);
    }

    /** Counts hours that are over, oldest first; the number of hours that it counted. */
    int count(int most) {
        OptionalLong next = next();
        long end = Math.floorDiv(clock.instant().minus(MARGIN).toEpochMilli(), HOUR);
        int counted = 0;
        for (long hour = next.orElse(end); hour < end && counted < most; hour++) {
            count(hour);
            counted++;
        }
        return counted;
    }

    private OptionalLong next() {
        long until = until();
        if (until > 0) {
            return OptionalLong.of(until);
        }
        Optional<LocalDateTime> oldest = database.sql("select min(occurred_at) from audit_event")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                .single();
        return oldest.stream()
                .mapToLong(at -> Math.floorDiv(Columns.instant(at).toEpochMilli(), HOUR))
                .findFirst();
    }

    private void count(long hour) {
        var _ = database.sql("insert ignore into audit_hour (hour, events) select ?, count(*) from audit_event"
                        + " force index (audit_by_time) where occurred_at >= ? and occurred_at < ?")
                .params(hour, column(hour), column(hour + 1))
                .update();
    }

    private static LocalDateTime column(long hour) {
        return Columns.of(Instant.ofEpochMilli(hour * HOUR));
    }

    /** The first hour that is not counted yet; 0 when none is. */
    long until() {
        return database.sql("select coalesce(max(hour) + 1, 0) from audit_hour")
                .query(Long.class)
                .single();
    }

    /** The hours from one to before another that had events. */
    SortedMap<Long, Long> between(long first, long until) {
        SortedMap<Long, Long> counts = new TreeMap<>();
        database.sql("select hour, events from audit_hour where hour >= ? and hour < ? and events > 0")
                .params(first, until)
                .query((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                .list()
                .forEach(count -> counts.put(count[0], count[1]));
        return counts;
    }

    /** Forgets what was counted and counts everything that is over; for the benchmark. */
    void recount() {
        var _ = database.sql("delete from audit_hour").update();
        int counted = count(AT_ONCE);
        while (counted > 0) {
            counted = count(AT_ONCE);
        }
    }
}
