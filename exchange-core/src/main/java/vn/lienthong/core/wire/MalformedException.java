package vn.lienthong.core.wire;

import java.io.Serial;

/** Ends the reading of hostile octets; every codec turns it into {@link Decoded.Malformed}. */
final class MalformedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String where;

    MalformedException(String reason, String where) {
        super(reason);
        this.where = where;
    }

    /** Returns the message, which is never absent here. */
    String reason() {
        return String.valueOf(getMessage());
    }

    String where() {
        return where;
    }
}
