package vn.lienthong.core.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The working hours of an ordinary week.
 *
 * @param hours of each day; days that are missing are days of rest; at least one day has hours
 */
public record WorkingWeek(Map<DayOfWeek, WorkingHours> hours) {
    /** Monday to Friday, {@link WorkingHours#OFFICE}. */
    public static final WorkingWeek OFFICE = ofFiveDays(WorkingHours.OFFICE);

    /** Copies the hours and checks that there is a working day. */
    public WorkingWeek {
        Map<DayOfWeek, WorkingHours> complete = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            complete.put(day, hours.getOrDefault(day, WorkingHours.REST));
        }
        if (complete.values().stream().allMatch(WorkingHours::isRest)) {
            throw new IllegalArgumentException("a week has at least one working day");
        }
        hours = Map.copyOf(complete);
    }

    /**
     * The week from Monday to Friday.
     *
     * @param hours of each of the five days
     * @return that week
     */
    public static WorkingWeek ofFiveDays(WorkingHours hours) {
        Map<DayOfWeek, WorkingHours> week = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .filter(day -> day.compareTo(DayOfWeek.FRIDAY) <= 0)
                .forEach(day -> week.put(day, hours));
        return new WorkingWeek(week);
    }

    /**
     * The hours of a day.
     *
     * @param day of the week
     * @return its hours, possibly none
     */
    public WorkingHours on(DayOfWeek day) {
        return hours.getOrDefault(day, WorkingHours.REST);
    }

    /**
     * The hours of a make-up day that falls on a day of rest: those of the fullest day.
     *
     * @return the longest hours of the week; of days that are as long, those of the first
     */
    public WorkingHours fullest() {
        WorkingHours fullest = WorkingHours.REST;
        for (DayOfWeek day : DayOfWeek.values()) {
            if (on(day).length().compareTo(fullest.length()) > 0) {
                fullest = on(day);
            }
        }
        return fullest;
    }
}
