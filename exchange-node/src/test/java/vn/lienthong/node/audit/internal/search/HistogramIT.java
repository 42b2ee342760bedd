package vn.lienthong.node.audit.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.Histogram;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.testing.NodeTest;
import vn.lienthong.node.testing.SettableClock;

/** Long periods drawn from hours that were counted before say the same as counting does. */
@NodeTest
class HistogramIT {

    @Autowired
    private EventQueries queries;

    @Autowired
    private HourCounts hours;

    @Autowired
    private JdbcClient database;

    @Autowired
    private InstantSource clock;

    /** A row without an entry of the log would be found by whoever verifies it. */
    @AfterEach
    void takeTheRowsAway() {
        var _ = database.sql("delete from audit_event where reason = 'HISTOGRAM'")
                .update();
        hours.recount();
    }

    @Test
    void addsUpHoursToWhatIsThere() {
        Instant now = clock.instant();
        Instant old = now.minus(Duration.ofDays(80));
        for (int event = 0; event < 5; event++) {
            insert(old.plus(Duration.ofHours(event)));
        }
        EventFilter filter = new EventFilter(now.minus(Duration.ofDays(90)), now, Map.of());
        hours.recount();
        assertThat(hours.until())
                .isEqualTo(Math.floorDiv(now.minus(Duration.ofMinutes(15)).toEpochMilli(), 3_600_000L));
        Histogram drawn = queries.histogram(filter, Secrecy.TOP_SECRET, 48);
        assertThat(drawn.complete()).isTrue();
        assertThat(drawn.bars()).hasSize(48);
        assertThat(drawn.bars().stream().mapToLong(Histogram.Bar::count).sum())
                .isEqualTo(queries.countUpTo(filter, Secrecy.TOP_SECRET, 1_000_000));
        long around = drawn.bars().stream()
                .filter(bar -> bar.from().isBefore(old.plus(Duration.ofHours(5))))
                .filter(bar -> bar.from().plus(drawn.width()).isAfter(old))
                .mapToLong(Histogram.Bar::count)
                .sum();
        assertThat(around).isEqualTo(5);
        EventFilter later = new EventFilter(old.plus(Duration.ofMinutes(90)), now, Map.of());
        assertThat(queries.histogram(later, Secrecy.TOP_SECRET, 48).bars().stream()
                        .mapToLong(Histogram.Bar::count)
                        .sum())
                .isEqualTo(queries.countUpTo(later, Secrecy.TOP_SECRET, 1_000_000));
    }

    private void insert(Instant at) {
        EventId id = new EventId(new TimeOrderedIds(new SettableClock(at), RandomGenerator.getDefault()).next());
        var _ = database.sql(
                        "insert into audit_event (event_id, occurred_at, action, severity, outcome, channel, actor,"
                                + " reason, log_entry) values (?, ?, 'program.start', 'INFO', 'SUCCESS', 'SYSTEM',"
                                + " 'system', 'HISTOGRAM', ?)")
                .params(id.octets(), Columns.of(at), id.octets())
                .update();
    }
}
