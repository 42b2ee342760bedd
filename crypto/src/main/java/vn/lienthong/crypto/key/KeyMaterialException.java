package vn.lienthong.crypto.key;

import java.io.IOException;
import java.io.Serial;

/** A key store, key file, password file or certificate chain cannot be used. Never quotes keys or passwords. */
public final class KeyMaterialException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public KeyMaterialException(String message) {
        super(message);
    }

    /** Says what is wrong and where it came from. */
    public KeyMaterialException(String message, Throwable cause) {
        super(message, cause);
    }
}
