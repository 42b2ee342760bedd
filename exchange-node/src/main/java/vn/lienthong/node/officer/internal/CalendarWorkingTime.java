package vn.lienthong.node.officer.internal;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.alert.WorkingTime;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.platform.InNodeRole;

/** Working time by the calendar of this installation. */
@Component
@InNodeRole
class CalendarWorkingTime implements WorkingTime {
    private final Calendars calendars;

    CalendarWorkingTime(Calendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public Duration between(Instant from, Instant until) {
        return calendars.current().workingTimeBetween(from, until);
    }
}
