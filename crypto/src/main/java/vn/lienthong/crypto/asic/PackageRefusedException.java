package vn.lienthong.crypto.asic;

import java.io.IOException;

/** Carries a refusal through the streams; never leaves the reader. */
final class PackageRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final AsicRefusal reason;
    private final String detail;

    PackageRefusedException(AsicRefusal reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
        this.detail = detail;
    }

    AsicOutcome outcome() {
        return new AsicOutcome.Refused(reason, detail);
    }
}
