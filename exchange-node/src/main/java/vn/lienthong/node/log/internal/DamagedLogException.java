package vn.lienthong.node.log.internal;

import java.io.Serial;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.log.Standstill;

/** What is committed, on disk and signed does not belong together: the log must not go on. */
final class DamagedLogException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Standstill standstill;

    DamagedLogException(ErrorCode code, String detail) {
        super(code.code() + " " + detail);
        this.standstill = new Standstill(code, detail);
    }

    Standstill standstill() {
        return standstill;
    }
}
