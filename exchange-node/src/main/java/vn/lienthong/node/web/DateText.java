package vn.lienthong.node.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as people here type them: {@code 5/4/26}, {@code 05.04.2026}, {@code 050426}, {@code h} for today, {@code +3} or
 * {@code -7} for days from today, each with or without a time of day such as {@code 14:05} behind it. Always the day first.
 */
public final class DateText {
    /** The zone of everything that people read and type. */
    public static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final int LONGEST = 30;
    private static final int CENTURY = 2000;
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final Pattern PARTS = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");
    private static final Pattern RELATIVE = Pattern.compile("([+-])(\\d{1,4})");
    private static final Pattern WITH_CLOCK = Pattern.compile("(.+?) +(\\d{1,2})[:h](\\d{2})");

    private DateText() {}

    /**
     * Reads a date.
     *
     * @param typed what was typed, of any content
     * @param today today's date
     * @return empty when it is no date
     */
    public static Optional<LocalDate> date(String typed, LocalDate today) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        if (text.equals("h")) {
            return Optional.of(today);
        }
        Matcher relative = RELATIVE.matcher(text);
        if (relative.matches()) {
            long days = Long.parseLong(relative.group(2));
            return Optional.of(relative.group(1).equals("+") ? today.plusDays(days) : today.minusDays(days));
        }
        return written(PARTS.matcher(text)).or(() -> written(DIGITS.matcher(text)));
    }

    private static Optional<LocalDate> written(Matcher parts) {
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(3));
        try {
            return Optional.of(LocalDate.of(
                    year < 100 ? CENTURY + year : year,
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(1))));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    /**
     * Reads a point in time: a date with or without a time of day, in Hanoi.
     *
     * @param typed what was typed, of any content
     * @param now the present
     * @param endOfDay whether a date alone means its end instead of its beginning
     * @return empty when it is none
     */
    public static Optional<Instant> moment(String typed, Instant now, boolean endOfDay) {
        LocalDate today = LocalDate.ofInstant(now, HANOI);
        String text = typed.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher clock = WITH_CLOCK.matcher(text);
        if (clock.matches()) {
            return time(clock)
                    .flatMap(time -> date(clock.group(1), today)
                            .map(date -> date.atTime(time).atZone(HANOI).toInstant()));
        }
        return date(text, today)
                .map(date ->
                        (endOfDay ? date.plusDays(1) : date).atStartOfDay(HANOI).toInstant());
    }

    private static Optional<LocalTime> time(Matcher clock) {
        try {
            return Optional.of(LocalTime.of(Integer.parseInt(clock.group(2)), Integer.parseInt(clock.group(3))));
        } catch (DateTimeException notOnTheClock) {
            return Optional.empty();
        }
    }

    /**
     * Writes a date as the fields show it.
     *
     * @param date the date
     * @return for example {@code 05/04/2026}
     */
    public static String write(LocalDate date) {
        return WRITTEN.format(date);
    }

    /**
     * Writes a point in time as the fields show it, to the minute.
     *
     * @param at the time
     * @return for example {@code 05/04/2026 14:05}
     */
    public static String write(Instant at) {
        return WITH_TIME.format(at.atZone(HANOI));
    }
}
