package vn.lienthong.crypto.share;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The two halves of a key: {@code key = first xor second}.
 *
 * <p>Guarantees: the first is drawn at random, so that each alone is independent of the key, whatever the computing power. Not
 * thread-safe; never printed.
 */
public final class Shares implements AutoCloseable {

    private final byte[] first;
    private final byte[] second;

    private Shares(byte[] first, byte[] second) {
        this.first = first;
        this.second = second;
    }

    /** Splits a key; the key itself stays the caller's, who wipes it. */
    public static Shares split(byte[] key, SecureRandom random) {
        byte[] first = new byte[key.length];
        random.nextBytes(first);
        return new Shares(first, xor(key, first));
    }

    /**
     * Joins two halves.
     *
     * @return the key; the caller wipes it. Halves of different keys give octets that open nothing
     * @throws IllegalArgumentException when the halves differ in length
     */
    public static byte[] join(byte[] first, byte[] second) {
        return xor(first, second);
    }

    private static byte[] xor(byte[] one, byte[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("the shares of one key are of one length");
        }
        byte[] sum = new byte[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (byte) (one[i] ^ other[i]);
        }
        return sum;
    }

    /** Returns the first half itself, without a copy; it is wiped when this is closed. */
    public byte[] first() {
        return first;
    }

    /** Returns the second half itself, without a copy; it is wiped when this is closed. */
    public byte[] second() {
        return second;
    }

    /** Overwrites both halves. */
    @Override
    public void close() {
        Arrays.fill(first, (byte) 0);
        Arrays.fill(second, (byte) 0);
    }
}
