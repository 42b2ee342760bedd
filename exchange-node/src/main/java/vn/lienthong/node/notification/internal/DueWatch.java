package vn.lienthong.node.notification.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.DueItem;
import vn.lienthong.node.notification.DueSource;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Looks for deadlines that come near or are past. Each is told once: a row says so, written in the transaction that tells it. One
 * program of the installation looks at a time; if it dies the next one looks after a minute.
 */
@InNodeRole
@Component
class DueWatch {
    /** How much working time before a deadline people are told. */
    static final Duration NEAR = Duration.ofHours(4);

    private static final Logger LOG = LoggerFactory.getLogger(DueWatch.class);
    private static final Duration PAST = Duration.ofDays(3);
    private static final Duration LEASE = Duration.ofSeconds(55);
    private static final int MOST = 1000;

    private final ObjectProvider<DueSource> sources;
    private final Calendars calendars;
    private final Notifications notifications;
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    DueWatch(
            ObjectProvider<DueSource> sources,
            Calendars calendars,
            Notifications notifications,
            JdbcClient database,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.sources = sources;
        this.calendars = calendars;
        this.notifications = notifications;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks, unless another program did just now; returns how many deadlines were told. */
    int round() {
        Instant now = clock.instant();
        int leased = database.sql(
                        "update notification_watch set lease_until = ? where singleton = 1 and lease_until <= ?")
                .params(Columns.of(now.plus(LEASE)), Columns.of(now))
                .update();
        return leased == 1 ? look(now) : 0;
    }

    /** Looks now. */
    int look(Instant now) {
        Instant near = calendars.current().plusWorkingTime(now, NEAR);
        int told = 0;
        for (DueSource source : sources) {
            told += tell(source, NotificationKind.OVERDUE, source.due(now.minus(PAST), now, MOST));
            told += tell(source, NotificationKind.DUE_SOON, source.due(now.plusMillis(1), near, MOST));
        }
        return told;
    }

    private int tell(DueSource source, NotificationKind stage, List<DueItem> items) {
        int told = 0;
        for (DueItem item : items) {
            told += Objects.requireNonNull(transactions.execute(_ -> once(source, stage, item)));
        }
        return told;
    }

    private int once(DueSource source, NotificationKind stage, DueItem item) {
        int fresh = database.sql("insert ignore into notification_due (source, item, stage, due_at, told_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(source.name(), item.id(), stage.name(), Columns.of(item.due()), Columns.of(clock.instant()))
                .update();
        if (fresh == 1) {
            notifications.tell(new Announcement(stage, item.urgency(), item.about(), item.href(), item.responsible()));
        }
        return fresh;
    }

    /** Forgets what was told long ago. */
    void forget(Instant before) {
        int gone = database.sql("delete from notification_due where told_at < ? limit 10000")
                .param(Columns.of(before))
                .update();
        LOG.trace("{} deadlines forgotten", gone);
    }
}
