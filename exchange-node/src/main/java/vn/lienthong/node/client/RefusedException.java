package vn.lienthong.node.client;

import java.io.Serial;

/** The other side refused a request; the message is the readable form of its {@link Problem}. */
public final class RefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /** Passes the refusal on. */
    public RefusedException(Problem problem) {
        super(problem.readable());
    }
}
