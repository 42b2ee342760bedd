package vn.lienthong.core.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates with years of four digits, the only ones that the written form can carry. */
final class Dates {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private Dates() {}

    static @Nullable LocalDate require(@Nullable LocalDate date) {
        if (date != null && (date.isBefore(FIRST) || date.isAfter(LAST))) {
            throw new IllegalArgumentException("a date outside the years 1900 to 9999");
        }
        return date;
    }
}
