package vn.lienthong.crypto.log;

import java.io.IOException;
import java.io.Serial;

/** Octets are not of the format that they should be of. Says where and why, never quotes contents. */
public final class LogFormatException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public LogFormatException(String message) {
        super(message);
    }
}
