package vn.lienthong.node.calendar.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import vn.lienthong.core.calendar.DueDates;
import vn.lienthong.core.calendar.LegalClocks;
import vn.lienthong.core.calendar.LunarDates;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.platform.InNodeRole;

/** The settings in the database, with a copy in memory that is compared by version. */
@InNodeRole
@Service
class StoredCalendars implements Calendars {
    private static final int YEARS = 10;
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final InstantSource clock;
    private volatile @Nullable Copy copy;

    StoredCalendars(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Copy(Instant askedAt, CalendarSettings settings, WorkingCalendar calendar) {}

    @Override
    public WorkingCalendar current() {
        return copy().calendar();
    }

    @Override
    public LegalClocks clocks() {
        Copy now = copy();
        return new LegalClocks(now.calendar(), now.settings().atOnce());
    }

    @Override
    public DueDates dueDates() {
        Copy now = copy();
        return new DueDates(now.calendar(), now.settings().rules());
    }

    /** Makes the next question look into the database. */
    void forget() {
        copy = null;
    }

    private Copy copy() {
        Copy held = copy;
        Instant now = clock.instant();
        // A clock that was put back must not keep an old copy alive.
        if (held != null && Duration.between(held.askedAt(), now).abs().compareTo(FRESH) < 0) {
            return held;
        }
        // Inside somebody's transaction this may see an older version than another caller has seen: that one is kept.
        Copy fresh = held != null && version() <= held.settings().version()
                ? new Copy(now, held.settings(), held.calendar())
                : calculated(now, read());
        copy = fresh;
        return fresh;
    }

    private static Copy calculated(Instant now, CalendarSettings settings) {
        int year = WorkingCalendar.date(now).getYear();
        int first = Math.max(LunarDates.FIRST_YEAR, year - YEARS);
        int last = Math.min(LunarDates.LAST_YEAR, year + YEARS);
        return new Copy(now, settings, settings.calendar(first, last));
    }

    private long version() {
        return database.sql("select version from calendar_state where singleton = 1")
                .query(Long.class)
                .single();
    }

    /** What is set now. */
    CalendarSettings read() {
        // The version first: what changes meanwhile only makes the next question read again.
        long version = version();
        Map<String, String> values = new HashMap<>();
        database.sql("select about, value from calendar_setting").query(row -> {
            values.put(row.getString(1), row.getString(2));
        });
        return new CalendarSettings(version, values);
    }
}
