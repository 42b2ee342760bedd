package vn.lienthong.core.value;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A SHA-512 digest: the digest of every file in a package.
 *
 * @param octets exactly 64 octets
 */
public record Sha512(Octets octets) {

    /** The length of a digest in octets. */
    public static final int LENGTH = 64;

    /** Refuses anything that is not 64 octets long. */
    public Sha512 {
        if (octets.size() != LENGTH) {
            throw new IllegalArgumentException("a SHA-512 digest has 64 octets");
        }
    }

    /** Digests the data. */
    public static Sha512 of(byte[] data) {
        return fromBytes(digest().digest(data));
    }

    /** Takes a digest that was computed elsewhere; throws {@link IllegalArgumentException} unless it has 64 octets. */
    public static Sha512 fromBytes(byte[] digest) {
        return new Sha512(Octets.of(digest));
    }

    /** Reads 128 lower-case hexadecimal digits; anything else is nothing. */
    public static Optional<Sha512> fromHex(String hex) {
        if (!LowerHex.isLowerHex(hex, 2 * LENGTH)) {
            return Optional.empty();
        }
        return Optional.of(fromBytes(HexFormat.of().parseHex(hex)));
    }

    /** Returns a new digest calculator; for streaming, where one array does not hold the data. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the Java platform lacks SHA-512", e);
        }
    }

    /** Returns the 64 octets. */
    public byte[] bytes() {
        return octets.toByteArray();
    }

    /** Returns 128 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(octets.toByteArray());
    }

    @Override
    public String toString() {
        return hex();
    }
}
