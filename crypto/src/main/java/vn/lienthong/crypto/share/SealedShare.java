package vn.lienthong.crypto.share;

import java.security.PublicKey;
import java.util.Optional;
import vn.lienthong.crypto.internal.share.ShareCipher;
import vn.lienthong.crypto.key.RecipientKey;

/**
 * A half of a key, sealed to one person: composite ML-KEM-1024 with ECDH P-384 (the key encapsulation of suite LT-2), HKDF-SHA-256 over
 * context and encapsulation, AES-256-GCM.
 *
 * <p>Guarantees: what was sealed opens with that person's key under the same context only; what was changed does not open. Does not
 * guarantee who sealed it: that is for signatures. Thread-safe.
 */
public final class SealedShare {

    /** The most octets of a share. */
    public static final int MAX_SHARE = 64;

    /** The most octets of a sealed share. */
    public static final int MAX_SIZE = 4096;

    private SealedShare() {}

    /**
     * Seals a share.
     *
     * @param share 1 to {@value #MAX_SHARE} octets; stays the caller's, who wipes it
     * @param recipient a key of {@code MLKEM1024_ECDH_P384}
     * @param context what the share belongs to, what it is for and for whom
     * @throws IllegalArgumentException when the key is of another algorithm or the share too long
     */
    public static byte[] seal(byte[] share, PublicKey recipient, byte[] context) {
        return ShareCipher.seal(share, recipient, context);
    }

    /**
     * Opens a sealed share; whatever is wrong with it, nothing comes out.
     *
     * @return the share, which the caller wipes; empty when it was sealed to another key, under another context, or was changed
     */
    public static Optional<byte[]> open(byte[] sealed, RecipientKey key, byte[] context) {
        return ShareCipher.open(sealed, key.privateKey(), context);
    }
}
