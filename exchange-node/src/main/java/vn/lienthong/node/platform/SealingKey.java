package vn.lienthong.node.platform;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key with which small secrets are sealed before they go into the database: AES-256-GCM (NIST SP 800-38D), a random nonce of 96 bits in
 * front, bound to a context. Whoever has a copy of the database alone reads nothing.
 */
public final class SealingKey {

    /** Octets of a key. */
    public static final int OCTETS = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /**
     * Takes a key.
     *
     * @param octets {@value #OCTETS} of them, drawn at random
     * @param random for nonces
     */
    public SealingKey(byte[] octets, SecureRandom random) {
        if (octets.length != OCTETS) {
            throw new IllegalArgumentException("a sealing key has " + OCTETS + " octets");
        }
        this.key = new SecretKeySpec(octets, "AES");
        this.random = random;
    }

    /** Seals a secret; it opens under the same context only. */
    public byte[] seal(byte[] context, byte[] secret) {
        byte[] nonce = new byte[NONCE_OCTETS];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, context, nonce, secret);
        return ByteBuffer.allocate(NONCE_OCTETS + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what was sealed with this key under this context.
     *
     * @throws IllegalStateException when it was not
     */
    public byte[] open(byte[] context, byte[] sealed) {
        if (sealed.length < NONCE_OCTETS) {
            throw new IllegalStateException("a sealed secret was cut off");
        }
        ByteBuffer octets = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_OCTETS];
        octets.get(nonce);
        byte[] rest = new byte[octets.remaining()];
        octets.get(rest);
        return apply(Cipher.DECRYPT_MODE, context, nonce, rest);
    }

    private byte[] apply(int mode, byte[] context, byte[] nonce, byte[] octets) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            return cipher.doFinal(octets);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed secret cannot be read with this installation's key", e);
        }
    }
}
