package vn.lienthong.crypto.share;

import java.util.Optional;
import vn.lienthong.crypto.internal.share.PinCipher;

/**
 * Seals a secret under a PIN: Argon2id with 64 MiB, three passes and one lane, a random salt, then AES-256-GCM bound to a context.
 *
 * <p>Guarantees: at most two derivations run at a time in this process, whatever is asked at once, so that memory stays bounded. Does not
 * guarantee that a short PIN withstands whoever holds the sealed octets: keep them under another key as well.
 */
public final class PinSealing {

    private PinSealing() {}

    /**
     * Seals a secret.
     *
     * @param pin stays the caller's, who wipes it
     * @param context what the secret belongs to
     * @param secret stays the caller's, who wipes it
     */
    public static byte[] seal(char[] pin, byte[] context, byte[] secret) {
        return PinCipher.seal(pin, context, secret);
    }

    /** Opens it; empty when the PIN or the context is another, or the octets were changed. */
    public static Optional<byte[]> open(char[] pin, byte[] context, byte[] sealed) {
        return PinCipher.open(pin, context, sealed);
    }
}
