package vn.lienthong.node.search;

import java.util.Locale;

/** What kind of thing was found. The order decides between things of the same moment. */
public enum SearchKind {
    /** A document that arrived. */
    INCOMING,
    /** A document of an agency of this node, written or sent. */
    OUTGOING,
    /** A line of a book that stands for itself, taken over from an old book. */
    REGISTER;

    /** Returns its name in addresses and the end of the keys of its words. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
