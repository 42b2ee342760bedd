package vn.lienthong.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * When people work: the week, and the days that differ from it. Immutable.
 *
 * <p>Guarantees: every question ends, as a week has a working day and special days are finite in number; working time is counted
 * in {@link #ZONE}, which knows no summer time.
 */
public final class WorkingCalendar {
    /** The time of Vietnam. */
    public static final ZoneId ZONE = ZoneOffset.ofHours(7);

    /** The most special days of a calendar. */
    public static final int MOST_SPECIAL_DAYS = 10_000;

    private final WorkingWeek week;
    private final Map<LocalDate, SpecialDay> special;

    /**
     * Makes a calendar.
     *
     * @param week what an ordinary week is like
     * @param special days that differ, at most {@link #MOST_SPECIAL_DAYS}; of several for one date the last counts
     */
    public WorkingCalendar(WorkingWeek week, Collection<SpecialDay> special) {
        if (special.size() > MOST_SPECIAL_DAYS) {
            throw new IllegalArgumentException("too many special days");
        }
        this.week = week;
        Map<LocalDate, SpecialDay> byDate = new TreeMap<>();
        special.forEach(day -> byDate.put(day.date(), day));
        this.special = Map.copyOf(byDate);
    }

    /** Returns the ordinary week. */
    public WorkingWeek week() {
        return week;
    }

    /**
     * What is special about a day.
     *
     * @param date the day
     * @return empty when it is as the week says
     */
    public Optional<SpecialDay> special(LocalDate date) {
        return Optional.ofNullable(special.get(date));
    }

    /**
     * The working hours of a day.
     *
     * @param date the day
     * @return no spans on a day of rest
     */
    public WorkingHours hoursOn(LocalDate date) {
        WorkingHours usual = week.on(date.getDayOfWeek());
        SpecialDay day = special.get(date);
        if (day == null) {
            return usual;
        }
        return switch (day.kind()) {
            case HOLIDAY -> WorkingHours.REST;
            case MAKE_UP -> usual.isRest() ? week.fullest() : usual;
        };
    }

    /**
     * Whether people work that day.
     *
     * @param date the day
     * @return whether it has working hours
     */
    public boolean isWorkingDay(LocalDate date) {
        return !hoursOn(date).isRest();
    }

    /**
     * Whether people work at that moment.
     *
     * @param at the moment
     * @return whether it lies in the working hours; the last moment of a span does not
     */
    public boolean isWorkingTime(Instant at) {
        LocalTime time = LocalTime.ofInstant(at, ZONE);
        return hoursOn(date(at)).spans().stream()
                .anyMatch(span -> !time.isBefore(span.from()) && time.isBefore(span.until()));
    }

    /**
     * The date of a moment in Vietnam.
     *
     * @param at the moment
     * @return its date
     */
    public static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /**
     * The first working day after a day.
     *
     * @param date the day
     * @return a later date
     */
    public LocalDate nextWorkingDay(LocalDate date) {
        LocalDate next = date.plusDays(1);
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /**
     * Counts working days on.
     *
     * @param date the day from which to count, which itself does not count
     * @param days 0 to 1000
     * @return the day itself for 0, otherwise a working day
     */
    public LocalDate plusWorkingDays(LocalDate date, int days) {
        if (days < 0 || days > 1000) {
            throw new IllegalArgumentException("0 to 1000 working days");
        }
        LocalDate at = date;
        for (int counted = 0; counted < days; counted++) {
            at = nextWorkingDay(at);
        }
        return at;
    }

    /**
     * Adds working time.
     *
     * @param from the beginning, in or out of working hours
     * @param time how much, not negative
     * @return the moment at which so much working time is over: the earliest one, so that a span's end is preferred to the next
     *     span's beginning; with no time at all the beginning itself
     */
    public Instant plusWorkingTime(Instant from, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("working time is not negative");
        }
        if (time.isZero()) {
            return from;
        }
        Duration left = time;
        LocalDate date = date(from);
        while (true) {
            for (WorkingHours.Span span : hoursOn(date).spans()) {
                Instant begin = latest(moment(date, span.from()), from);
                Duration there = Duration.between(begin, moment(date, span.until()));
                if (there.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = there.isNegative() ? left : left.minus(there);
            }
            date = nextWorkingDay(date);
        }
    }

    /**
     * The working time from one moment to another.
     *
     * @param from the one
     * @param until the other
     * @return how much; negative when the other is earlier
     */
    public Duration workingTimeBetween(Instant from, Instant until) {
        if (until.isBefore(from)) {
            return workingTimeBetween(until, from).negated();
        }
        Duration sum = Duration.ZERO;
        LocalDate last = date(until);
        for (LocalDate date = date(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (WorkingHours.Span span : hoursOn(date).spans()) {
                Instant begin = latest(moment(date, span.from()), from);
                Instant end = moment(date, span.until());
                Duration part = Duration.between(begin, end.isBefore(until) ? end : until);
                sum = part.isNegative() ? sum : sum.plus(part);
            }
        }
        return sum;
    }

    /**
     * When work begins on the first working day after the day of a moment.
     *
     * @param at the moment
     * @return a later moment
     */
    public Instant startOfNextWorkingDay(Instant at) {
        LocalDate next = nextWorkingDay(date(at));
        return moment(next, hoursOn(next).spans().getFirst().from());
    }

    /**
     * When work ends on the day of a moment, or on the next working day if that is a day of rest.
     *
     * @param at the moment
     * @return the end of the last span; on a working day possibly before the moment
     */
    public Instant endOfWorkingDay(Instant at) {
        LocalDate date = date(at);
        return endOf(isWorkingDay(date) ? date : nextWorkingDay(date));
    }

    /** When work ends on a working day. */
    Instant endOf(LocalDate workingDay) {
        return moment(workingDay, hoursOn(workingDay).spans().getLast().until());
    }

    /** Returns the special days in the order of their dates. */
    public List<SpecialDay> specialDays() {
        return List.copyOf(new TreeMap<>(special).values());
    }

    static Instant moment(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(ZONE).toInstant();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
