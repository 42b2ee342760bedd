package vn.lienthong.node.client.proof;

import java.io.Serial;

/** Something that was to be the basis of a check does not hold itself; the message says what. */
public final class NotProvenException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** Says what does not hold. */
    public NotProvenException(String what) {
        super(what);
    }
}
