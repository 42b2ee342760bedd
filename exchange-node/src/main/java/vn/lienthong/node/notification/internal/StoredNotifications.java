package vn.lienthong.node.notification.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.notification.Announcement;
import vn.lienthong.node.notification.Notifications;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.LiveEvents;

/** Writes one row for each person and channel, in the transaction of what happened. */
@InNodeRole
@Service
class StoredNotifications implements Notifications {
    private final JdbcClient database;
    private final Recipients recipients;
    private final Preferences preferences;
    private final LiveEvents live;
    private final InstantSource clock;

    StoredNotifications(
            JdbcClient database, Recipients recipients, Preferences preferences, LiveEvents live, InstantSource clock) {
        this.database = database;
        this.recipients = recipients;
        this.preferences = preferences;
        this.live = live;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Announcement announcement) {
        Set<LoginName> logins = recipients.of(announcement.audience());
        Map<LoginName, Channels> channels = preferences.channels(logins);
        Map<LoginName, Choice> choices = preferences.choices(announcement.kind(), logins);
        Instant now = clock.instant();
        for (LoginName login : logins) {
            Choice choice = choices.getOrDefault(login, Choice.usual(announcement.kind()));
            if (choice.page()) {
                inPage(login, announcement, now);
            }
            outside(channels.getOrDefault(login, Channels.none(login)), choice, announcement, now);
        }
    }

    private void inPage(LoginName login, Announcement announcement, Instant now) {
        require(database.sql("insert into notification (login, kind, urgency, about, href, told_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        login.value(),
                        announcement.kind().name(),
                        announcement.urgency().level(),
                        announcement.about(),
                        announcement.href(),
                        Columns.of(now)));
        live.changed(NotificationConfiguration.SECTION, login);
    }

    private void outside(Channels channels, Choice choice, Announcement announcement, Instant now) {
        QuietHours quiet = channels.quiet();
        Instant next = quiet == null ? now : quiet.release(now, announcement.urgency());
        if (choice.email() && channels.hasEmail()) {
            spool(channels.login(), Channel.EMAIL, announcement, now, next);
        }
        if (choice.webhook() && channels.hasWebhook()) {
            spool(channels.login(), Channel.WEBHOOK, announcement, now, next);
        }
    }

    private void spool(LoginName login, Channel channel, Announcement announcement, Instant now, Instant next) {
        require(database.sql(
                        "insert into notification_outbox (login, channel, kind, urgency, told_at, next_at, attempts)"
                                + " values (?, ?, ?, ?, ?, ?, 0)")
                .params(
                        login.value(),
                        channel.name(),
                        announcement.kind().name(),
                        announcement.urgency().level(),
                        Columns.of(now),
                        Columns.of(next)));
    }

    private static void require(JdbcClient.StatementSpec statement) {
        if (statement.update() != 1) {
            throw new IllegalStateException("a notification was not kept");
        }
    }
}
