package vn.lienthong.core.register;

import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.BoundedText;

/**
 * The time for which a book is kept.
 *
 * @param rule what ends it
 * @param name as people call it, at most 40 characters: {@code 2026}, {@code 2025-2030}, {@code Đại hội XIX}
 * @param from the first day
 * @param until the last day; null while the end is not known, as in a term
 */
public record Period(
        PeriodRule rule,
        String name,
        LocalDate from,
        @Nullable LocalDate until) {

    private static final int TERM_YEARS = 5;

    /** Checks the name and the order of the days. */
    public Period {
        name = BoundedText.line("period", name, 1, 40);
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
    }

    /** A calendar year. */
    public static Period year(int year) {
        return new Period(
                PeriodRule.YEAR,
                Integer.toString(year),
                LocalDate.of(year, Month.JANUARY, 1),
                LocalDate.of(year, Month.DECEMBER, 31));
    }

    /** A term of a committee that has begun that day and has no end yet. */
    public static Period term(String name, LocalDate from) {
        return new Period(PeriodRule.TERM, name, from, null);
    }

    /** A congress: its numbers run from that day until somebody closes the book. */
    public static Period congress(String name, LocalDate from) {
        return new Period(PeriodRule.CONGRESS, name, from, null);
    }

    /**
     * The period that a first book is opened for when nobody has said anything: the year, or the term of five years that the date
     * falls into (2025-2030, 2030-2035 …), which keepers may rename.
     */
    public static Period usual(PeriodRule rule, LocalDate date) {
        return switch (rule) {
            case YEAR -> year(date.getYear());
            case TERM -> {
                int first = date.getYear() - Math.floorMod(date.getYear(), TERM_YEARS);
                yield term(first + "-" + (first + TERM_YEARS), LocalDate.of(first, Month.JANUARY, 1));
            }
            case CONGRESS -> congress(Integer.toString(date.getYear()), LocalDate.of(date.getYear(), Month.JANUARY, 1));
        };
    }

    /** Whether a day lies in it. */
    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && (until == null || !date.isAfter(until));
    }

    /** Whether it was over before that day. */
    public boolean isOverOn(LocalDate date) {
        return until != null && date.isAfter(until);
    }

    /** The same, ending that day. */
    public Period endingOn(LocalDate last) {
        return new Period(rule, name, from, last);
    }
}
