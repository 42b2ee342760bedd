package vn.lienthong.node.secretdesk.internal;

import java.io.Serial;
import vn.lienthong.node.secret.Hindrance;

/** A rule stands against what a page wanted; it leads to where the person can do something about it. */
final class HinderedPageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Hindrance why;
    private final String detail;
    private final String back;

    HinderedPageException(Hindrance why, String detail, String back) {
        super(why.slug(), null, false, false);
        this.why = why;
        this.detail = detail;
        this.back = back;
    }

    Hindrance why() {
        return why;
    }

    String detail() {
        return detail;
    }

    /** The page of this area from which it was wanted; opened by GET. */
    String back() {
        return back;
    }
}
