package vn.lienthong.node.desk.internal.rest;

import java.io.IOException;
import java.io.Serial;

/** The form ends too early, or is none. What the connection itself said is the cause. */
final class BrokenFormException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    BrokenFormException(Throwable cause) {
        super("the form cannot be read", cause);
    }
}
