package vn.lienthong.node.notification.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.notification.NotificationKind;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.LiveEvents;
import vn.lienthong.node.web.NavigationBadge;

/** What a person was told in the page: the list, what of it is unread, marking as read. */
@InNodeRole
@Service
class ToldList implements NavigationBadge {
    private static final String COLUMNS =
            "select notification_id, kind, urgency, about, href, told_at, read_at from notification";

    private final JdbcClient database;
    private final LiveEvents live;
    private final InstantSource clock;

    ToldList(JdbcClient database, LiveEvents live, InstantSource clock) {
        this.database = database;
        this.live = live;
        this.clock = clock;
    }

    /**
     * One line.
     *
     * @param id its number
     * @param kind what happened
     * @param urgency of the document
     * @param about number and notation, or another short name
     * @param href where to look
     * @param at when it was told
     * @param read whether somebody looked
     */
    record Told(long id, NotificationKind kind, Urgency urgency, String about, String href, Instant at, boolean read) {}

    /** Newest first, older than the number. */
    List<Told> list(LoginName login, boolean unreadOnly, long before, int most) {
        return database.sql(COLUMNS + " where login = ?" + (unreadOnly ? " and read_at is null" : "")
                        + " and notification_id < ? order by notification_id desc limit ?")
                .params(login.value(), before, most)
                .query((row, _) -> told(row))
                .list();
    }

    Optional<Told> find(LoginName login, long id) {
        return database.sql(COLUMNS + " where notification_id = ? and login = ?")
                .params(id, login.value())
                .query((row, _) -> told(row))
                .optional();
    }

    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getLong(1),
                NotificationKind.valueOf(row.getString(2)),
                Urgency.ofLevel(row.getLong(3)).orElse(Urgency.ORDINARY),
                row.getString(4),
                row.getString(5),
                Columns.instant(row.getObject(6, LocalDateTime.class)),
                row.getObject(7) != null);
    }

    /** Marks one as read; false when it was, or is not theirs. */
    @Transactional
    public boolean read(LoginName login, long id) {
        int marked = database.sql("update notification set read_at = ? where notification_id = ? and login = ?"
                        + " and read_at is null")
                .params(Columns.of(clock.instant()), id, login.value())
                .update();
        signal(login, marked);
        return marked == 1;
    }

    /** Marks as read what the person had before their eyes: everything up to a number. */
    @Transactional
    public int readAll(LoginName login, long last) {
        int marked = database.sql("update notification set read_at = ? where login = ? and read_at is null"
                        + " and notification_id <= ?")
                .params(Columns.of(clock.instant()), login.value(), last)
                .update();
        signal(login, marked);
        return marked;
    }

    private void signal(LoginName login, int marked) {
        if (marked > 0) {
            live.changed(NotificationConfiguration.SECTION, login);
        }
    }

    @Override
    public String section() {
        return NotificationConfiguration.SECTION;
    }

    @Override
    public int number(Person viewer) {
        return database.sql("select count(*) from (select 1 from notification where login = ? and read_at is null"
                        + " limit " + (MOST + 1) + ") unread")
                .param(viewer.login().value())
                .query(Integer.class)
                .single();
    }
}
