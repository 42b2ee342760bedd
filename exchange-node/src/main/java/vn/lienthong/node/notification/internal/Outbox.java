package vn.lienthong.node.notification.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.platform.InNodeRole;

/** What waits to go outside. Whoever takes a row moves it ahead first, so that another program takes it only if this one dies. */
@InNodeRole
@Component
class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration HELD = Duration.ofMinutes(5);
    private static final int BATCH = 200;
    /** Pauses after the first, second … failure; after the last one it is given up. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Outbox(JdbcClient database, TransactionTemplate transactions, InstantSource clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * One that waits.
     *
     * @param id its number
     * @param login whom it is for
     * @param channel where it goes
     * @param kind what happened
     * @param urgency of the document
     * @param toldAt when it happened
     * @param attempts how often it was tried
     * @param line its line in the page; null without
     */
    record Waiting(
            long id,
            LoginName login,
            Channel channel,
            NotificationKind kind,
            Urgency urgency,
            Instant toldAt,
            int attempts,
            @Nullable Long line) {}

    /** Takes what is due. */
    List<Waiting> take() {
        return Objects.requireNonNull(transactions.execute(_ -> {
            Instant now = clock.instant();
            List<Waiting> taken = database.sql("select outbox_id, login, channel, kind, urgency, told_at, attempts,"
                            + " notification_id"
                            + " from notification_outbox where next_at <= ? order by next_at limit " + BATCH
                            + " for update skip locked")
                    .param(Columns.of(now))
                    .query((row, _) -> new Waiting(
                            row.getLong(1),
                            new LoginName(row.getString(2)),
                            Channel.valueOf(row.getString(3)),
                            NotificationKind.valueOf(row.getString(4)),
                            Urgency.ofLevel(row.getLong(5)).orElse(Urgency.ORDINARY),
                            Columns.instant(row.getObject(6, LocalDateTime.class)),
                            row.getInt(7),
                            row.getObject(8, Long.class)))
                    .list();
            move(taken, now.plus(HELD), 0);
            return taken;
        }));
    }

    private void move(Collection<Waiting> rows, Instant next, int failures) {
        if (!rows.isEmpty()) {
            int moved = database.sql("update notification_outbox set next_at = :next, attempts = attempts + :failures"
                            + " where outbox_id in (:ids)")
                    .param("next", Columns.of(next))
                    .param("failures", failures)
                    .param("ids", rows.stream().map(Waiting::id).toList())
                    .update();
            LOG.trace("{} rows moved", moved);
        }
    }

    /** They arrived, or shall not be sent. */
    void done(Collection<Waiting> rows) {
        if (!rows.isEmpty()) {
            int gone = database.sql("delete from notification_outbox where outbox_id in (:ids)")
                    .param("ids", rows.stream().map(Waiting::id).toList())
                    .update();
            LOG.trace("{} rows done", gone);
        }
    }

    /** They did not arrive: later again, or given up. */
    void failed(Collection<Waiting> rows) {
        for (Waiting row : rows) {
            if (row.attempts() >= PAUSES.size()) {
                LOG.warn("gave up telling {} by {} about {}", row.login().value(), row.channel(), row.kind());
                done(List.of(row));
            } else {
                move(List.of(row), clock.instant().plus(PAUSES.get(row.attempts())), 1);
            }
        }
    }
}
