package vn.lienthong.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The value of a hash function: 32 octets (SHA-256) or 64 octets (SHA-512), immutable, compared in constant time, printed as
 * lower-case hexadecimal.
 */
public final class Digest {

    /** Octets of a SHA-256 value. */
    public static final int SHA256_LENGTH = 32;

    /** Octets of a SHA-512 value. */
    public static final int SHA512_LENGTH = 64;

    private final byte[] value;

    private Digest(byte[] value) {
        this.value = value;
    }

    /**
     * Takes over a computed value.
     *
     * @throws IllegalArgumentException if the length is that of neither SHA-256 nor SHA-512
     */
    public static Digest of(byte[] value) {
        if (value.length != SHA256_LENGTH && value.length != SHA512_LENGTH) {
            throw new IllegalArgumentException("a digest has 32 or 64 octets, not " + value.length);
        }
        return new Digest(value.clone());
    }

    /**
     * Reads lower-case or upper-case hexadecimal.
     *
     * @throws IllegalArgumentException if the text is not the hexadecimal form of a digest
     */
    public static Digest ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** Returns the SHA-256 of the parts, one after the other. */
    public static Digest sha256(byte[]... parts) {
        return compute("SHA-256", parts);
    }

    /** Returns the SHA-512 of the parts, one after the other. */
    public static Digest sha512(byte[]... parts) {
        return compute("SHA-512", parts);
    }

    private static Digest compute(String algorithm, byte[]... parts) {
        MessageDigest digest = engine(algorithm);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Digest(digest.digest());
    }

    /** Returns a fresh hash engine of the JDK for streaming use: {@code SHA-256} or {@code SHA-512}. */
    public static MessageDigest engine(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm, e);
        }
    }

    /** Returns a copy of the octets. */
    public byte[] toByteArray() {
        return value.clone();
    }

    /** Returns the number of octets, 32 or 64. */
    public int length() {
        return value.length;
    }

    /** Returns the lower-case hexadecimal form. */
    public String toHex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && MessageDigest.isEqual(value, digest.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
