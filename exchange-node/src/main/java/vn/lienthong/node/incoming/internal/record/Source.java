package vn.lienthong.node.incoming.internal.record;

import java.util.Locale;

/** How a document came. */
public enum Source {
    /** Over this exchange, verified. */
    AXIS,
    /** On paper, by post. */
    POST,
    /** On paper, by hand. */
    HAND,
    /** By e-mail. */
    EMAIL,
    /** By fax. */
    FAX;

    /** Returns the end of the key of its words. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
