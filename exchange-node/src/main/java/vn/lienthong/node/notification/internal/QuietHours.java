package vn.lienthong.node.notification.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.document.Urgency;

/**
 * When a person is not to be told outside the page, in the time of Vietnam; may go over midnight.
 *
 * @param from first minute
 * @param until first minute that is not quiet any more; another than the first
 */
record QuietHours(LocalTime from, LocalTime until) {
    QuietHours {
        if (from.equals(until)) {
            throw new IllegalArgumentException("quiet hours have an end");
        }
    }

    /** When something may go out: at once when it is express or not quiet, else when it is not quiet any more. */
    Instant release(Instant now, Urgency urgency) {
        ZonedDateTime here = now.atZone(WorkingCalendar.ZONE);
        if (urgency.compareTo(Urgency.EXPRESS) >= 0 || !covers(here.toLocalTime())) {
            return now;
        }
        LocalDate day = here.toLocalTime().isBefore(until)
                ? here.toLocalDate()
                : here.toLocalDate().plusDays(1);
        return day.atTime(until).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private boolean covers(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
