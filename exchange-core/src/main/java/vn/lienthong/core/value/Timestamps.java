package vn.lienthong.core.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Instants as the protocol knows them: RFC 3339, UTC, exactly three digits of milliseconds, years 1970 to 9999. */
public final class Timestamps {

    private static final Instant END = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final Pattern FORM =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");

    private Timestamps() {}

    /**
     * Cuts the instant to milliseconds, the precision in which it travels.
     *
     * @throws IllegalArgumentException when it lies outside the years 1970 to 9999
     */
    public static Instant millis(Instant instant) {
        Instant cut = instant.truncatedTo(ChronoUnit.MILLIS);
        if (cut.isBefore(Instant.EPOCH) || cut.isAfter(END)) {
            throw new IllegalArgumentException("an instant outside the years 1970 to 9999");
        }
        return cut;
    }

    /** Writes for example {@code 2026-11-21T08:15:30.123Z}. */
    public static String format(Instant instant) {
        Instant cut = millis(instant);
        String text = cut.toString();
        return cut.toEpochMilli() % 1000 == 0 ? text.substring(0, text.length() - 1) + ".000Z" : text;
    }

    /** Reads exactly what {@link #format} writes; anything else is nothing. */
    public static Optional<Instant> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            Instant instant = Instant.parse(text);
            return format(instant).equals(text) ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
