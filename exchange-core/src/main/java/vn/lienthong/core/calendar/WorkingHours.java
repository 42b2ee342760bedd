package vn.lienthong.core.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The working hours of one day, to the minute, as spans that do not touch; no span means a day of rest.
 *
 * @param spans in the order of time, at most {@link #MOST_SPANS}
 */
public record WorkingHours(List<Span> spans) {
    /** The most spans of one day. */
    public static final int MOST_SPANS = 4;

    /** A day on which nobody works. */
    public static final WorkingHours REST = new WorkingHours(List.of());

    /** What most offices of the State keep: half past seven to half past eleven, half past one to five. */
    public static final WorkingHours OFFICE = new WorkingHours(List.of(
            new Span(LocalTime.of(7, 30), LocalTime.of(11, 30)), new Span(LocalTime.of(13, 30), LocalTime.of(17, 0))));

    private static final int LONGEST_TEXT = 60;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})[:h](\\d{2}) ?[-–] ?(\\d{1,2})[:h](\\d{2})");

    /** Copies the spans and checks their number and order. */
    public WorkingHours {
        spans = List.copyOf(spans);
        if (spans.size() > MOST_SPANS) {
            throw new IllegalArgumentException("a day has at most " + MOST_SPANS + " spans");
        }
        for (int next = 1; next < spans.size(); next++) {
            if (!spans.get(next - 1).until().isBefore(spans.get(next).from())) {
                throw new IllegalArgumentException("spans of a day touch or are out of order");
            }
        }
    }

    /**
     * A time of work without a break.
     *
     * @param from its beginning, to the minute
     * @param until its end, after the beginning, to the minute
     */
    public record Span(LocalTime from, LocalTime until) {
        /** Checks that there is time between the ends. */
        public Span {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("a span ends after it begins");
            }
            if (!from.equals(from.truncatedTo(ChronoUnit.MINUTES))
                    || !until.equals(until.truncatedTo(ChronoUnit.MINUTES))) {
                throw new IllegalArgumentException("a span is counted in whole minutes");
            }
        }

        /** Returns how long it is. */
        public Duration length() {
            return Duration.between(from, until);
        }
    }

    /** Returns whether nobody works. */
    public boolean isRest() {
        return spans.isEmpty();
    }

    /** Returns how long people work that day. */
    public Duration length() {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Reads hours as people type them.
     *
     * @param typed for example {@code 7:30-11:30 13:30-17:00}, spans apart by blanks, commas or semicolons; nothing means rest
     * @return empty when it is something else, or when the spans touch or are out of order
     */
    public static Optional<WorkingHours> parse(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        List<Span> spans = new ArrayList<>();
        Matcher span = WRITTEN.matcher(text);
        int end = 0;
        try {
            while (span.find()) {
                if (!isGap(text.substring(end, span.start()), end == 0)) {
                    return Optional.empty();
                }
                spans.add(new Span(time(span, 1), time(span, 3)));
                end = span.end();
            }
            return text.substring(end).isBlank() ? Optional.of(new WorkingHours(spans)) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException notHours) {
            return Optional.empty();
        }
    }

    private static boolean isGap(String between, boolean first) {
        return first ? between.isEmpty() : between.strip().matches("[,;]?") && !between.isEmpty();
    }

    private static LocalTime time(Matcher span, int hour) {
        return LocalTime.of(Integer.parseInt(span.group(hour)), Integer.parseInt(span.group(hour + 1)));
    }

    /** Returns them as {@link #parse} reads them, for example {@code 07:30-11:30 13:30-17:00}. */
    public String text() {
        return spans.stream().map(span -> span.from() + "-" + span.until()).collect(Collectors.joining(" "));
    }
}
