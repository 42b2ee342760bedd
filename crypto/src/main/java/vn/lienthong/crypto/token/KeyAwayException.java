package vn.lienthong.crypto.token;

import java.io.Serial;

/**
 * A private key cannot be used now because its token is away; the same operation may succeed later. Unchecked, because a key in
 * a token looks like any other key to the code that signs or opens with it.
 */
public final class KeyAwayException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final TokenFault fault;

    /** Passes on what the token said. */
    public KeyAwayException(TokenException cause) {
        super(cause.getMessage(), cause);
        this.fault = cause.fault();
    }

    /** What is wrong with the token. */
    public TokenFault fault() {
        return fault;
    }
}
