package vn.lienthong.core.value;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A SHA-256 digest as a value of four words, so that a directory can hold hundreds of thousands of them cheaply.
 *
 * @param first octets 0 to 7
 * @param second octets 8 to 15
 * @param third octets 16 to 23
 * @param fourth octets 24 to 31
 */
public record Sha256(long first, long second, long third, long fourth) implements Comparable<Sha256> {

    /** The length of a digest in octets. */
    public static final int LENGTH = 32;

    /** The digest of nothing at all. */
    public static final Sha256 OF_NOTHING = of(new byte[0]);

    private static final HexFormat HEX = HexFormat.of();

    /** Digests the data. */
    public static Sha256 of(byte[] data) {
        return fromBytes(digest().digest(data));
    }

    /** Digests the parts as if they were one string of octets. */
    public static Sha256 ofParts(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return fromBytes(digest.digest());
    }

    /**
     * Takes a digest that was computed elsewhere.
     *
     * @throws IllegalArgumentException unless there are exactly 32 octets
     */
    public static Sha256 fromBytes(byte[] digest) {
        if (digest.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 octets");
        }
        ByteBuffer buffer = ByteBuffer.wrap(digest);
        return new Sha256(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /** Reads 64 lower-case hexadecimal digits; anything else is nothing. */
    public static Optional<Sha256> fromHex(String hex) {
        if (!LowerHex.isLowerHex(hex, 2 * LENGTH)) {
            return Optional.empty();
        }
        return Optional.of(fromBytes(HEX.parseHex(hex)));
    }

    /** Returns a new digest calculator; for streaming, where one array does not hold the data. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the 32 octets. */
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    /** Returns 64 lower-case hexadecimal digits. */
    public String hex() {
        return HEX.formatHex(bytes());
    }

    /** Orders as the octets do, unsigned. */
    @Override
    public int compareTo(Sha256 other) {
        int byFirst = Long.compareUnsigned(first, other.first);
        int bySecond = byFirst != 0 ? byFirst : Long.compareUnsigned(second, other.second);
        int byThird = bySecond != 0 ? bySecond : Long.compareUnsigned(third, other.third);
        return byThird != 0 ? byThird : Long.compareUnsigned(fourth, other.fourth);
    }

    @Override
    public String toString() {
        return hex();
    }
}
