package vn.lienthong.node.web;

import java.util.Locale;

/** Where a document is on its way to one recipient, as the pages put it into words. */
public enum JourneyState {
    /** Waits on this node. */
    QUEUED,
    /** Is being carried to the recipient's node. */
    IN_TRANSIT,
    /** Lies verified and durable at the recipient's node; nobody took it yet. */
    CONSIGNED,
    /** The recipient's clerk or system has taken it. */
    HANDED_OVER,
    /** The recipient or its node refused it. */
    REFUSED,
    /** Its time ran out. */
    EXPIRED,
    /** The sender took it back. */
    RECALLED;

    /**
     * The key of the words for it, without prefix.
     *
     * @return for example {@code in-transit}
     */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * How it is marked beside the words; never by colour alone.
     *
     * @return {@code done}, {@code failed} or {@code moving}
     */
    public String mark() {
        return switch (this) {
            case HANDED_OVER -> "done";
            case REFUSED, EXPIRED, RECALLED -> "failed";
            case QUEUED, IN_TRANSIT, CONSIGNED -> "moving";
        };
    }
}
