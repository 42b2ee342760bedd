package vn.lienthong.node.documents;

import java.io.IOException;
import vn.lienthong.core.error.ErrorCode;

/** A document cannot be sealed: too large, no room, a file that breaks a rule. Nothing of it is kept. */
public final class SealingException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    SealingException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /** Returns the error for the sender. */
    public ErrorCode code() {
        return code;
    }
}
