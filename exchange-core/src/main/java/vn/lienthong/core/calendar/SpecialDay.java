package vn.lienthong.core.calendar;

import java.time.LocalDate;
import vn.lienthong.core.value.BoundedText;

/**
 * A day that differs from what the week says.
 *
 * @param date which day
 * @param kind how it differs
 * @param name what people call it, 1 to 100 characters
 * @param basis whether the law fixes it
 */
public record SpecialDay(LocalDate date, Kind kind, String name, Basis basis) {
    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 100;

    /** Checks the name. */
    public SpecialDay {
        name = BoundedText.line("name of a day", name, 1, LONGEST_NAME);
    }

    /** How a day differs from the week. */
    public enum Kind {
        /** Nobody works (ngày nghỉ). */
        HOLIDAY,
        /** People work although it is a day of rest (ngày làm bù). */
        MAKE_UP
    }

    /** Why a day is special. */
    public enum Basis {
        /** The law fixes the date. */
        LAW,
        /** The Government chooses each year, or the law is new: this is what it usually chooses, to be confirmed. */
        USUAL,
        /** People of this installation entered it. */
        ENTERED
    }
}
