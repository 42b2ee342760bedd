package vn.lienthong.node.audit.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which events are wanted: those of a period for which all terms hold.
 *
 * @param from the first moment
 * @param until the moment after the last
 * @param terms wanted values
 */
public record EventFilter(Instant from, Instant until, Map<FilterField, String> terms) {

    /** The period that is shown when nobody chose one. */
    public static final Duration USUAL = Duration.ofHours(24);

    private static final int LONGEST = 200;

    /**
     * Copies the terms; empty ones count as not given.
     *
     * @throws IllegalArgumentException when the period is not one, or a value is too long
     */
    public EventFilter {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("a period begins before it ends");
        }
        EnumMap<FilterField, String> copy = new EnumMap<>(FilterField.class);
        terms.forEach((field, value) -> keep(copy, field, value.strip()));
        terms = Collections.unmodifiableMap(copy);
    }

    private static void keep(EnumMap<FilterField, String> copy, FilterField field, String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("a value has at most " + LONGEST + " characters");
        }
        if (!value.isEmpty()) {
            copy.put(field, value);
        }
    }

    /** Everything of the last 24 hours. */
    public static EventFilter recent(Instant now) {
        return new EventFilter(now.minus(USUAL), now.plusSeconds(1), Map.of());
    }

    /** Everybody who saw a document or its evidence: viewed, downloaded, printed, exported, or tried to. */
    public static EventFilter whoSaw(String document, Instant from, Instant until) {
        return new EventFilter(
                from, until, Map.of(FilterField.OBJECT, document, FilterField.ABOUT, "DOCUMENT,EVIDENCE"));
    }

    /** Everything that an actor saw. */
    public static EventFilter seenBy(String actor, Instant from, Instant until) {
        return new EventFilter(from, until, Map.of(FilterField.ACTOR, actor, FilterField.ABOUT, "DOCUMENT,EVIDENCE"));
    }

    /** The same with one more term, in the place of another one for the same field. */
    public EventFilter with(FilterField field, String value) {
        EnumMap<FilterField, String> more = new EnumMap<>(FilterField.class);
        more.putAll(terms);
        more.put(field, value);
        return new EventFilter(from, until, more);
    }
}
