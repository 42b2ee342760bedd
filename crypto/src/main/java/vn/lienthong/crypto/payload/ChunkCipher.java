package vn.lienthong.crypto.payload;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one payload and its chunk-by-chunk cipher (c2sp.org/chunked-encryption). One cipher object and one buffer per
 * direction serve all chunks. Not thread-safe.
 */
final class ChunkCipher {

    static final int SALT = 24;

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int COMMITMENT = 32;
    private static final int TAG_BITS = 8 * PayloadFormat.TAG;
    private static final byte[] LABEL =
            "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0".getBytes(StandardCharsets.US_ASCII);

    private final Cipher cipher;
    private final SecretKey key;
    private final byte[] baseNonce;
    private final byte[] nonce = new byte[NONCE];
    private final byte[] commitment;

    private ChunkCipher(Cipher cipher, byte[] derived) {
        this.cipher = cipher;
        this.key = new SecretKeySpec(derived, 0, KEY, "AES");
        this.baseNonce = Arrays.copyOfRange(derived, KEY, KEY + NONCE);
        this.commitment = Arrays.copyOfRange(derived, KEY + NONCE, derived.length);
    }

    /** Derives the chunk key, the base nonce and the commitment from key, salt and context. */
    static ChunkCipher derive(byte[] inputKey, byte[] salt, byte[] context) {
        byte[] info = new byte[LABEL.length + SALT + context.length];
        System.arraycopy(LABEL, 0, info, 0, LABEL.length);
        System.arraycopy(salt, 0, info, LABEL.length, SALT);
        System.arraycopy(context, 0, info, LABEL.length + SALT, context.length);
        try {
            byte[] derived = expand(inputKey, info);
            ChunkCipher chunks = new ChunkCipher(Cipher.getInstance("AES/GCM/NoPadding"), derived);
            Arrays.fill(derived, (byte) 0);
            return chunks;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks AES-GCM or HMAC", e);
        }
    }

    /** HKDF-Expand (RFC 5869) with SHA-512, two blocks. The JDK's own refuses keys shorter than the hash. */
    private static byte[] expand(byte[] prk, byte[] info) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(prk, "HmacSHA512"));
        mac.update(info);
        byte[] first = mac.doFinal(new byte[] {1});
        mac.update(first);
        mac.update(info);
        byte[] second = mac.doFinal(new byte[] {2});
        byte[] derived = Arrays.copyOf(first, KEY + NONCE + COMMITMENT);
        System.arraycopy(second, 0, derived, first.length, derived.length - first.length);
        return derived;
    }

    byte[] commitment() {
        return commitment.clone();
    }

    boolean commitsTo(byte[] claimed) {
        return MessageDigest.isEqual(commitment, claimed);
    }

    /** Seals one chunk and returns the sealed length. */
    int seal(long chunk, byte[] plain, int length, byte[] sealed) throws PayloadException {
        try {
            start(Cipher.ENCRYPT_MODE, chunk);
            return cipher.doFinal(plain, 0, length, sealed, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed to encrypt", e);
        }
    }

    /** Opens one chunk and returns the plain length; nothing is released unless the tag is right. */
    int open(long chunk, byte[] sealed, int length, byte[] plain) throws PayloadException {
        if (length < PayloadFormat.TAG) {
            throw new PayloadException(PayloadException.Reason.TRUNCATED, "chunk " + chunk + " is cut off");
        }
        try {
            start(Cipher.DECRYPT_MODE, chunk);
            return cipher.doFinal(sealed, 0, length, plain, 0);
        } catch (AEADBadTagException e) {
            throw new PayloadException(PayloadException.Reason.CORRUPT, "chunk " + chunk + " is not what was sealed");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM failed to decrypt", e);
        }
    }

    private void start(int mode, long chunk) throws GeneralSecurityException, PayloadException {
        if (chunk >= PayloadFormat.MAX_CHUNKS) {
            throw new PayloadException(PayloadException.Reason.TOO_LONG, "more chunks than the format allows");
        }
        System.arraycopy(baseNonce, 0, nonce, 0, NONCE);
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[NONCE - 1 - i] ^= (byte) (chunk >>> (8 * i));
        }
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    }
}
