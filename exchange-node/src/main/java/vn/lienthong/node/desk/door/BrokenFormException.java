package vn.lienthong.node.desk.door;

import java.io.IOException;
import java.io.Serial;

/** The form ends too early, or is none. What the connection itself said is the cause. */
public final class BrokenFormException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says what the connection or the parser said. */
    public BrokenFormException(Throwable cause) {
        super("the form cannot be read", cause);
    }
}
