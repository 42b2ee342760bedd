package vn.lienthong.crypto.key;

import java.io.IOException;
import java.util.Map;
import vn.lienthong.crypto.internal.key.Pkcs12;

/**
 * Private keys with their certificate chains at rest: a PKCS#12 file (RFC 7292) that common tools open.
 *
 * <p>Guarantees: keys are encrypted with AES-256, the file is authenticated with HMAC-SHA-256. The password must be random and
 * long: it is stretched by one round only, so that a node with hundreds of agencies starts quickly. Certificates are not
 * hidden.
 */
public final class KeyFile {

    /** The largest file that is read, in octets. */
    public static final int MAX_SIZE = 1 << 20;

    /** The fewest characters of a password. */
    public static final int MIN_PASSWORD = 32;

    private KeyFile() {}

    /**
     * Writes the keys under their names.
     *
     * @throws IllegalArgumentException if the password is short or a key cannot be encoded
     */
    public static byte[] encode(Map<String, SigningKey> keys, char[] password) {
        if (password.length < MIN_PASSWORD) {
            throw new IllegalArgumentException("the password of a key file is too short");
        }
        return Pkcs12.encode(keys, password);
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IOException if the file is damaged or the password is another one
     */
    public static Map<String, SigningKey> decode(byte[] file, char[] password) throws IOException {
        if (file.length > MAX_SIZE) {
            throw new IOException("a key file of more than " + MAX_SIZE + " octets");
        }
        return Pkcs12.decode(file, password);
    }
}
