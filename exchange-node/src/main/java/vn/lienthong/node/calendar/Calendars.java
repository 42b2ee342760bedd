package vn.lienthong.node.calendar;

import vn.lienthong.core.calendar.DueDates;
import vn.lienthong.core.calendar.LegalClocks;
import vn.lienthong.core.calendar.WorkingCalendar;

/**
 * The working time that holds here now. Cheap: answers come from memory, and the database is asked at most every other second
 * whether they are still right. What is returned never changes; ask again for each request or job.
 */
public interface Calendars {
    /**
     * When people here work.
     *
     * @return the calendar, with holidays from ten years ago to ten years ahead
     */
    WorkingCalendar current();

    /**
     * Until when the law wants things done here.
     *
     * @return the clocks over {@link #current}
     */
    LegalClocks clocks();

    /**
     * Until when documents are dealt with here, by urgency and type.
     *
     * @return the policy over {@link #current}
     */
    DueDates dueDates();
}
