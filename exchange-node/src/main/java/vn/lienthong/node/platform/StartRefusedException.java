package vn.lienthong.node.platform;

import java.io.Serial;

/** The program cannot start for a reason that its operator can mend; the message says which, in plain words. */
public final class StartRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Refuses the start for this reason. */
    public StartRefusedException(String message) {
        super(message);
    }

    /** Refuses the start for this reason, found through another failure. */
    public StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
