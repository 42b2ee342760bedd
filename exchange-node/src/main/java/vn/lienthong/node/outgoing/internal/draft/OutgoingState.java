package vn.lienthong.node.outgoing.internal.draft;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where an outgoing document stands. */
public enum OutgoingState {
    /** Being written. */
    DRAFT("quiet"),
    /** Its main file carries the signatures it needs and is locked. */
    SIGNED("moving"),
    /** It has its number and leaves at the appointed moment, unless it is held back until then. */
    NUMBERED("moving"),
    /** On its way; each recipient has a journey of its own. */
    SENT("done"),
    /** It has its number, but could not be handed over to the delivery. */
    FAILED("failed"),
    /** Taken back from some of its recipients; others still have it. */
    PARTLY_RECALLED("warning"),
    /** Taken back from all recipients who had it. */
    RECALLED("warning"),
    /** Another document has taken its place. */
    REPLACED("warning");

    private final String mark;

    OutgoingState(String mark) {
        this.mark = mark;
    }

    /** How lists mark it. */
    public String mark() {
        return mark;
    }

    /** The end of the key of its name. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that slug; empty for anything else. */
    public static Optional<OutgoingState> of(String slug) {
        return Arrays.stream(values())
                .filter(state -> state.slug().equals(slug))
                .findFirst();
    }

    /** Whether it has left; whatever was stated about it afterwards. */
    public boolean hasLeft() {
        return this == SENT || this == PARTLY_RECALLED || this == RECALLED || this == REPLACED;
    }

    /** The states of what has left. */
    public static Set<OutgoingState> left() {
        return EnumSet.of(SENT, PARTLY_RECALLED, RECALLED, REPLACED);
    }

    /** Whether people may still change what it says. */
    public boolean isOpen() {
        return this == DRAFT || this == SIGNED;
    }
}
