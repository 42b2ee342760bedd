package vn.lienthong.crypto.payload;

import java.io.IOException;
import java.io.Serial;

/** A sealed payload does not open. Whatever was read before is genuine, but it is not the whole payload: discard it. */
public final class PayloadException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why. */
    private final Reason reason;

    /** What is wrong with the payload. */
    public enum Reason {
        /** The commitment does not match: another key or another parcel. */
        WRONG_KEY_OR_CONTEXT,
        /** The payload ends too early. */
        TRUNCATED,
        /** A chunk is not what was sealed at this place. */
        CORRUPT,
        /** The payload is longer than the format allows. */
        TOO_LONG
    }

    /** Says what is wrong, without quoting contents. */
    public PayloadException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns what is wrong, for programs. */
    public Reason reason() {
        return reason;
    }
}
