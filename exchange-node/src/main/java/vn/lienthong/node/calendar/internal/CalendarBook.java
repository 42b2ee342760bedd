package vn.lienthong.node.calendar.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.platform.InNodeRole;

/** Changes settings: one at a time, each with its event, each so that it can be taken back. */
@InNodeRole
@Service
class CalendarBook {
    private static final String COLUMNS = "change_id, about, value_before, value_after, changed_by, changed_at";

    private final JdbcClient database;
    private final StoredCalendars calendars;
    private final AuditTrail trail;
    private final InstantSource clock;

    CalendarBook(JdbcClient database, StoredCalendars calendars, AuditTrail trail, InstantSource clock) {
        this.database = database;
        this.calendars = calendars;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Changes a setting.
     *
     * @param about which
     * @param value what it shall be; null for what the program begins with
     * @param seen version of the settings that the person had before their eyes
     * @param by log-in name
     */
    @Transactional
    public ChangeAnswer change(String about, @Nullable String value, long seen, String by) {
        if (lock() > seen) {
            return new ChangeAnswer.Overtaken(changes(1).getFirst());
        }
        write(about, value, by);
        return new ChangeAnswer.Changed();
    }

    /** Puts a setting back to where it stood before a change, unless it was changed again since. */
    @Transactional
    public ChangeAnswer undo(long changeId, String by) {
        long version = lock();
        Optional<CalendarChange> change = database.sql(
                        "select " + COLUMNS + " from calendar_change where change_id = ?")
                .param(changeId)
                .query((row, _) -> change(row))
                .optional();
        if (change.isEmpty() || version == 0) {
            return new ChangeAnswer.Absent();
        }
        CalendarChange undone = change.get();
        if (!calendars.read().has(undone.about(), undone.after())) {
            return new ChangeAnswer.Overtaken(lastAbout(undone.about()));
        }
        write(undone.about(), undone.before(), by);
        return new ChangeAnswer.Changed();
    }

    /** The last changes, newest first. */
    List<CalendarChange> changes(int most) {
        return database.sql("select " + COLUMNS + " from calendar_change order by change_id desc limit ?")
                .param(most)
                .query((row, _) -> change(row))
                .list();
    }

    private CalendarChange lastAbout(String about) {
        return database.sql(
                        "select " + COLUMNS + " from calendar_change where about = ? order by change_id desc limit 1")
                .param(about)
                .query((row, _) -> change(row))
                .single();
    }

    /** Makes whoever changes anything wait for one another until the end of the transaction; returns the version. */
    private long lock() {
        return database.sql("select version from calendar_state where singleton = 1 for update")
                .query(Long.class)
                .single();
    }

    private void write(String about, @Nullable String value, String by) {
        CalendarSettings settings = calendars.read();
        if (settings.has(about, value)) {
            return;
        }
        if (value == null) {
            require(database.sql("delete from calendar_setting where about = ?").param(about));
        } else {
            require(database.sql("replace into calendar_setting (about, value) values (?, ?)")
                    .params(about, value));
        }
        require(database.sql("update calendar_state set version = version + 1 where singleton = 1"));
        require(database.sql("insert into calendar_change"
                        + " (about, value_before, value_after, changed_by, changed_at) values (?, ?, ?, ?, ?)")
                .param(about)
                .param(settings.values().get(about))
                .param(value)
                .param(by)
                .param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)));
        trail.record(SecurityEvent.of(EventKind.CONFIG_CHANGE)
                .on(EventObject.of(EventObject.Kind.SETTING, "calendar"))
                .with("about", about)
                .with("before", String.valueOf(settings.values().get(about)))
                .with("after", String.valueOf(value)));
        forgetAfterCommit();
    }

    private static void require(JdbcClient.StatementSpec statement) {
        if (statement.update() == 0) {
            throw new IllegalStateException("a setting of the calendar was not changed");
        }
    }

    private void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                calendars.forget();
            }
        });
    }

    private static CalendarChange change(ResultSet row) throws SQLException {
        return new CalendarChange(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
