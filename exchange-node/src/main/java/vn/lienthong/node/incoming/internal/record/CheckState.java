package vn.lienthong.node.incoming.internal.record;

import java.util.Locale;

/** What the checks of a document said, as one word. */
public enum CheckState {
    /** Not looked at yet. */
    PENDING,
    /** Everything holds. */
    GOOD,
    /** Somebody has to decide. */
    WARN,
    /** Something is wrong. */
    BAD,
    /** Nothing to check: it came on paper. */
    NONE;

    /** Returns the end of the key of its words. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns how it is marked beside the words. */
    public String mark() {
        return switch (this) {
            case GOOD -> "done";
            case BAD -> "failed";
            case WARN -> "warning";
            case PENDING -> "moving";
            case NONE -> "quiet";
        };
    }
}
