package vn.lienthong.node.notification.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.node.database.Columns;
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
            Long line = choice.page() ? inPage(login, announcement, now) : null;
            outside(channels.getOrDefault(login, Channels.none(login)), choice, announcement, new Told(now, line));
        }
    }

    /**
     * That something is told.
     *
     * @param at when
     * @param line its line in the page; null without
     */
    private record Told(Instant at, @Nullable Long line) {}

    private Long inPage(LoginName login, Announcement announcement, Instant now) {
        KeyHolder key = new GeneratedKeyHolder();
        require(database.sql("insert into notification (login, kind, urgency, about, href, told_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        login.value(),
                        announcement.kind().name(),
                        announcement.urgency().level(),
                        announcement.about(),
                        announcement.href(),
                        Columns.of(now))
                .update(key));
        live.changed(NotificationConfiguration.SECTION, login);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    private void outside(Channels channels, Choice choice, Announcement announcement, Told told) {
        QuietHours quiet = channels.quiet();
        Instant next = quiet == null ? told.at() : quiet.release(told.at(), announcement.urgency());
        if (choice.email() && channels.hasEmail()) {
            spool(channels.login(), Channel.EMAIL, announcement, told, next);
        }
        if (choice.webhook() && channels.hasWebhook()) {
            spool(channels.login(), Channel.WEBHOOK, announcement, told, next);
        }
    }

    private void spool(LoginName login, Channel channel, Announcement announcement, Told told, Instant next) {
        require(database.sql(
                        "insert into notification_outbox (login, channel, kind, urgency, told_at, next_at, attempts,"
                                + " notification_id) values (?, ?, ?, ?, ?, ?, 0, ?)")
                .params(
                        login.value(),
                        channel.name(),
                        announcement.kind().name(),
                        announcement.urgency().level(),
                        Columns.of(told.at()),
                        Columns.of(next))
                .param(told.line())
                .update());
    }

    private static void require(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a notification was not kept");
        }
    }
}
