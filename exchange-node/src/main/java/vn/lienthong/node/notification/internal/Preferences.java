package vn.lienthong.node.notification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.platform.InNodeRole;

/** What people chose, and how they can be reached. */
@InNodeRole
@Service
class Preferences {
    private static final String CHANNELS =
            "select login, email, email_stopped, webhook, webhook_epoch, webhook_stopped,"
                    + " quiet_from, quiet_until, language from notification_channel where login in (:logins)";

    private final JdbcClient database;

    Preferences(JdbcClient database) {
        this.database = database;
    }

    Channels channels(LoginName login) {
        return channels(List.of(login)).getOrDefault(login, Channels.none(login));
    }

    /** Of those who set anything. */
    Map<LoginName, Channels> channels(Collection<LoginName> logins) {
        Map<LoginName, Channels> found = new HashMap<>();
        if (!logins.isEmpty()) {
            database.sql(CHANNELS)
                    .param("logins", values(logins))
                    .query((row, _) -> channels(row))
                    .list()
                    .forEach(channels -> found.put(channels.login(), channels));
        }
        return found;
    }

    private static List<String> values(Collection<LoginName> logins) {
        return logins.stream().map(LoginName::value).toList();
    }

    private static Channels channels(ResultSet row) throws SQLException {
        String from = row.getString(7);
        String until = row.getString(8);
        return new Channels(
                new LoginName(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                from == null || until == null ? null : new QuietHours(LocalTime.parse(from), LocalTime.parse(until)),
                row.getString(9));
    }

    /** What these people chose about a kind; those who chose nothing are missing. */
    Map<LoginName, Choice> choices(NotificationKind kind, Collection<LoginName> logins) {
        Map<LoginName, Choice> found = new HashMap<>();
        if (!logins.isEmpty()) {
            database.sql("select login, page, email, webhook from notification_choice"
                            + " where kind = :kind and login in (:logins)")
                    .param("kind", kind.name())
                    .param("logins", values(logins))
                    .query(row -> {
                        found.put(new LoginName(row.getString(1)), choice(row, 2));
                    });
        }
        return found;
    }

    /** What a person gets, kind by kind. */
    Map<NotificationKind, Choice> choices(LoginName login) {
        Map<NotificationKind, Choice> choices = new EnumMap<>(NotificationKind.class);
        for (NotificationKind kind : NotificationKind.values()) {
            choices.put(kind, Choice.usual(kind));
        }
        database.sql("select kind, page, email, webhook from notification_choice where login = ?")
                .param(login.value())
                .query(row -> {
                    choices.put(NotificationKind.valueOf(row.getString(1)), choice(row, 2));
                });
        return choices;
    }

    private static Choice choice(ResultSet row, int first) throws SQLException {
        return new Choice(row.getBoolean(first), row.getBoolean(first + 1), row.getBoolean(first + 2));
    }

    /** Keeps what a person chose; only what differs from the usual becomes a row. */
    @Transactional
    public void choose(LoginName login, Map<NotificationKind, Choice> choices) {
        int before = database.sql("delete from notification_choice where login = ?")
                .param(login.value())
                .update();
        int after = 0;
        for (Map.Entry<NotificationKind, Choice> one : choices.entrySet()) {
            Choice choice = one.getValue();
            if (!choice.equals(Choice.usual(one.getKey()))) {
                after += database.sql("insert into notification_choice (login, kind, page, email, webhook)"
                                + " values (?, ?, ?, ?, ?)")
                        .params(login.value(), one.getKey().name(), choice.page(), choice.email(), choice.webhook())
                        .update();
            }
        }
        if (before < 0 || after > choices.size()) {
            throw new IllegalStateException("choices were not kept");
        }
    }

    /** Keeps address and quiet hours. A channel that is set again is tried again. */
    @Transactional
    public void reach(LoginName login, @Nullable String email, @Nullable String webhook, @Nullable QuietHours quiet) {
        ensure(login);
        int changed = database.sql("update notification_channel set email = :email, email_stopped = null,"
                        + " webhook = :webhook, webhook_stopped = null, failing_since = null,"
                        + " quiet_from = :from, quiet_until = :until where login = :login")
                .param("email", email)
                .param("webhook", webhook)
                .param("from", quiet == null ? null : quiet.from().toString())
                .param("until", quiet == null ? null : quiet.until().toString())
                .param("login", login.value())
                .update();
        requireOne(changed);
    }

    /** Makes the old secret of the webhook worthless; returns the new epoch. */
    @Transactional
    public int renewSecret(LoginName login) {
        ensure(login);
        requireOne(database.sql("update notification_channel set webhook_epoch = webhook_epoch + 1 where login = ?")
                .param(login.value())
                .update());
        return channels(login).webhookEpoch();
    }

    @Transactional
    public void speak(LoginName login, String language) {
        ensure(login);
        requireOne(database.sql("update notification_channel set language = ? where login = ?")
                .params(language.equals("en") ? "en" : "vi", login.value())
                .update());
    }

    private void ensure(LoginName login) {
        int fresh = database.sql("insert into notification_channel (login, webhook_epoch, language) values (?, 1, 'vi')"
                        + " on duplicate key update login = values(login)")
                .param(login.value())
                .update();
        if (fresh < 0) {
            throw new IllegalStateException("no row for " + login);
        }
    }

    private static void requireOne(int changed) {
        if (changed > 1) {
            throw new IllegalStateException("more than one person was changed");
        }
    }

    /** Stops a channel; empty when it was stopped or changed meanwhile. */
    Optional<String> stop(LoginName login, Channel channel, String address, String why) {
        String column = channel == Channel.EMAIL ? "email" : "webhook";
        int stopped = database.sql("update notification_channel set " + column + "_stopped = ? where login = ? and "
                        + column + " = ? and " + column + "_stopped is null")
                .params(why, login.value(), address)
                .update();
        return stopped == 1 ? Optional.of(why) : Optional.empty();
    }
}
