package vn.lienthong.crypto.token;

import java.io.IOException;
import java.io.Serial;

/** A token did not do what was asked. Never quotes a PIN or a key. */
public final class TokenException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final TokenFault fault;

    /** Says what is wrong. */
    public TokenException(TokenFault fault, String message) {
        super(fault + ": " + message);
        this.fault = fault;
    }

    /** Says what is wrong and where it came from. */
    public TokenException(TokenFault fault, String message, Throwable cause) {
        super(fault + ": " + message, cause);
        this.fault = fault;
    }

    /** The message. */
    public String words() {
        return String.valueOf(getMessage());
    }

    /** What is wrong. */
    public TokenFault fault() {
        return fault;
    }
}
