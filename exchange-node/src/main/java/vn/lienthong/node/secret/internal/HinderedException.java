package vn.lienthong.node.secret.internal;

import java.io.Serial;
import vn.lienthong.node.secret.Hindrance;

/** Ends a piece of work, and its transaction, because a rule stands against it; {@link Answers} makes a value of it. Never leaves here. */
final class HinderedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Hindrance why;
    private final String detail;

    HinderedException(Hindrance why) {
        this(why, "");
    }

    HinderedException(Hindrance why, String detail) {
        super(why.name(), null, false, false);
        this.why = why;
        this.detail = detail;
    }

    Hindrance why() {
        return why;
    }

    String detail() {
        return detail;
    }
}
