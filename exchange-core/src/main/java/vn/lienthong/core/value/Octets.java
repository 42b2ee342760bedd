package vn.lienthong.core.value;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/**
 * An immutable string of octets with value equality: a certificate, a signature, the exact octets of a signed structure.
 *
 * <p>Never prints its content.
 */
public final class Octets {

    private final byte[] content;

    private Octets(byte[] content) {
        this.content = content;
    }

    /** Copies the array. */
    public static Octets of(byte[] content) {
        return new Octets(content.clone());
    }

    /** Returns a copy of the content. */
    public byte[] toByteArray() {
        return content.clone();
    }

    /** Returns the length in octets. */
    public int size() {
        return content.length;
    }

    /** Returns whether there is nothing in it. */
    public boolean isEmpty() {
        return content.length == 0;
    }

    /** Reads the content without copying it. */
    public InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    /** Returns the SHA-256 digest of the content. */
    public Sha256 sha256() {
        return Sha256.of(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "Octets[" + content.length + "]";
    }
}
