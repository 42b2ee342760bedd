package vn.lienthong.crypto.payload;

import java.security.MessageDigest;
import java.security.SecureRandom;

/** The 256 bit key of one payload: made for one payload of one parcel, never used again, never printed. */
public final class PayloadKey {

    /** Octets of a key. */
    public static final int LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] value;

    private PayloadKey(byte[] value) {
        this.value = value;
    }

    /** Returns a new random key. */
    public static PayloadKey generate() {
        byte[] value = new byte[LENGTH];
        RANDOM.nextBytes(value);
        return new PayloadKey(value);
    }

    /**
     * Takes a copy of the octets of a key.
     *
     * @throws IllegalArgumentException if there are not 32
     */
    public static PayloadKey of(byte[] value) {
        if (value.length != LENGTH) {
            throw new IllegalArgumentException("a payload key has " + LENGTH + " octets");
        }
        return new PayloadKey(value.clone());
    }

    /** Returns a copy of the octets; the caller answers for where they go. */
    public byte[] expose() {
        return value.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PayloadKey key && MessageDigest.isEqual(value, key.value);
    }

    @Override
    public int hashCode() {
        return LENGTH;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
