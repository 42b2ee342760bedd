package vn.lienthong.node.search.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.text.SearchQuestion;
import vn.lienthong.node.search.SearchKind;

/**
 * What somebody wants to find.
 *
 * @param question the words; empty for everything
 * @param kind of this kind only; null for all
 * @param states in these states of that kind only; empty for any
 * @param agency of this agency only; null for all of the person's
 * @param from from this day on; null without
 * @param until until the end of this day; null without
 * @param type with exactly this name of type; null for any
 * @param urgency exactly so urgent; null for any
 */
record Wanted(
        SearchQuestion question,
        @Nullable SearchKind kind,
        Set<String> states,
        @Nullable String agency,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String type,
        @Nullable Integer urgency) {

    /** Copies the states. */
    Wanted {
        states = Set.copyOf(states);
    }

    /** Whether anything but words narrows it. */
    boolean filtered() {
        return !states.isEmpty() || type != null || urgency != null || from != null || until != null;
    }

    /** Whether nothing narrows it at all. */
    boolean isEmpty() {
        return question.isEmpty() && !filtered() && kind == null && agency == null;
    }

    /** The number that may be jumped to: typed alone. */
    Optional<String> jump() {
        return filtered() || kind != null || agency != null ? Optional.empty() : question.bareNumber();
    }

    @Override
    public String toString() {
        return "Wanted[…]";
    }
}
