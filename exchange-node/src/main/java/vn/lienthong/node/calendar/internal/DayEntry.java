package vn.lienthong.node.calendar.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What people here say about a day.
 *
 * @param date the day
 * @param kind how it differs
 * @param name what it is called; may be empty for an ordinary day
 */
record DayEntry(LocalDate date, Kind kind, String name) {

    /** What a day can be made. */
    enum Kind {
        HOLIDAY,
        MAKE_UP,
        /** As the week says, although the program takes it for a holiday. */
        ORDINARY;

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> ofSlug(String slug) {
            return Arrays.stream(values())
                    .filter(kind -> kind.slug().equals(slug))
                    .findFirst();
        }
    }

    /** As the column has it. */
    String value() {
        return kind + " " + name;
    }

    /** From the column. */
    static DayEntry of(LocalDate date, String value) {
        int blank = value.indexOf(' ');
        return new DayEntry(date, Kind.valueOf(value.substring(0, blank)), value.substring(blank + 1));
    }
}
