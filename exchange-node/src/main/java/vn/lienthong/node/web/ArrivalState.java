package vn.lienthong.node.web;

import java.util.Locale;

/** What became of a document that arrived, as the pages put it into words. */
public enum ArrivalState {
    /** Nobody took it yet. */
    WAITING,
    /** A clerk or a system is taking it just now. */
    LEASED,
    /** It was taken. */
    TAKEN,
    /** It was refused; the sender knows why. */
    REFUSED,
    /** The sender took it back. */
    RECALLED,
    /** Its time ran out before anybody took it. */
    EXPIRED;

    /**
     * The key of the words for it, without prefix.
     *
     * @return for example {@code waiting}
     */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * How it is marked beside the words; never by colour alone.
     *
     * @return {@code done}, {@code failed} or {@code moving}
     */
    public String mark() {
        return switch (this) {
            case TAKEN -> "done";
            case REFUSED, RECALLED, EXPIRED -> "failed";
            case WAITING, LEASED -> "moving";
        };
    }
}
