package vn.lienthong.core.edxml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days and times: written with strokes, read with strokes or dashes, with or without a time behind. */
final class EdxmlTimes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT);
    private static final Pattern FORM = Pattern.compile("([0-9]{4})([/-])([0-9]{1,2})\\2([0-9]{1,2})"
            + "(?:[ T]([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?");
    private static final int FIRST_YEAR = 1900;

    private EdxmlTimes() {}

    static Optional<LocalDate> day(String text) {
        return time(text).map(LocalDateTime::toLocalDate);
    }

    /** Reads a local time; a day alone is its midnight, a zone behind it is passed over. */
    static Optional<LocalDateTime> time(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(part(form, 1), part(form, 3), part(form, 4));
            return day.getYear() < FIRST_YEAR
                    ? Optional.empty()
                    : Optional.of(day.atTime(LocalTime.of(part(form, 5), part(form, 6), part(form, 7))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns whether it is the first day of a system's calendar, which stands for "not set". */
    static boolean isZero(String text) {
        return text.startsWith("0001/01/01") || text.startsWith("0001-01-01");
    }

    static String write(LocalDate day) {
        return DAY.format(day);
    }

    static String write(LocalDateTime time) {
        return TIME.format(time);
    }

    private static int part(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
