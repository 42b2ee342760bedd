package vn.lienthong.node.audit.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are held: those for which all given terms are right.
 *
 * @param object identifier of a document or another object, or null for any
 * @param actor who, as filters write it, or null for anybody
 * @param from the first moment, or null
 * @param until the moment after the last, or null; may lie in the future
 */
public record HoldTerms(
        @Nullable String object,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant until) {

    private static final int LONGEST_OBJECT = 160;
    private static final int LONGEST_ACTOR = 100;

    /**
     * Refuses a hold of everything.
     *
     * @throws IllegalArgumentException when no term is given, one is too long, or the time is none
     */
    public HoldTerms {
        if (object == null && actor == null && from == null && until == null) {
            throw new IllegalArgumentException("a hold names an object, an actor or a time");
        }
        if (longer(object, LONGEST_OBJECT) || longer(actor, LONGEST_ACTOR)) {
            throw new IllegalArgumentException("a term is too long");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("a time begins before it ends");
        }
    }

    private static boolean longer(@Nullable String text, int longest) {
        return text != null && (text.isBlank() || text.length() > longest);
    }
}
