package vn.lienthong.node.notification.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.Audience;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.platform.InNodeRole;

/** Stops a channel that does not work, and tells the person in the page. */
@InNodeRole
@Component
class ChannelFaults {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelFaults.class);
    private static final Duration PATIENCE = Duration.ofDays(3);

    private final JdbcClient database;
    private final Preferences preferences;
    private final Notifications notifications;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ChannelFaults(
            JdbcClient database,
            Preferences preferences,
            Notifications notifications,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.database = database;
        this.preferences = preferences;
        this.notifications = notifications;
        this.transactions = transactions;
        this.clock = clock;
    }

    void worked(Channels channels, Channel channel) {
        if (channel == Channel.WEBHOOK) {
            int cleared = database.sql("update notification_channel set failing_since = null"
                            + " where login = ? and failing_since is not null")
                    .param(channels.login().value())
                    .update();
            LOG.trace("{} webhooks work again", cleared);
        }
    }

    /** A webhook that has failed for three days is stopped. Mail is not: its server fails for everybody. */
    void failed(Channels channels, Channel channel) {
        if (channel == Channel.EMAIL) {
            return;
        }
        Instant now = clock.instant();
        int first = database.sql("update notification_channel set failing_since = ?"
                        + " where login = ? and failing_since is null")
                .params(Columns.of(now), channels.login().value())
                .update();
        if (first == 0
                && since(channels).map(at -> at.plus(PATIENCE).isBefore(now)).orElse(false)) {
            stop(channels, channel, "NO_ANSWER");
        }
    }

    private Optional<Instant> since(Channels channels) {
        return database.sql(
                        "select failing_since from notification_channel where login = ? and failing_since is not null")
                .param(channels.login().value())
                .query(LocalDateTime.class)
                .optional()
                .map(Columns::instant);
    }

    void stop(Channels channels, Channel channel, String why) {
        String address = channel == Channel.EMAIL ? channels.email() : channels.webhook();
        if (address == null) {
            return;
        }
        transactions.executeWithoutResult(_ -> {
            if (preferences.stop(channels.login(), channel, address, why).isPresent()) {
                notifications.tell(Announcement.of(
                        NotificationKind.CHANNEL_STOPPED,
                        Urgency.ORDINARY,
                        channel == Channel.EMAIL ? "e-mail" : "webhook",
                        "/notifications/settings",
                        Audience.of(channels.login())));
            }
        });
    }
}
