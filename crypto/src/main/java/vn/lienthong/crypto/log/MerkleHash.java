package vn.lienthong.crypto.log;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** A hash of the tree (RFC 6962 §2.1): 32 octets of SHA-256, immutable. */
public final class MerkleHash {

    /** Octets of a hash. */
    public static final int SIZE = 32;

    private final byte[] value;

    private MerkleHash(byte[] value) {
        this.value = value;
    }

    /** Takes over octets that nobody else holds. */
    static MerkleHash owning(byte[] value) {
        return new MerkleHash(value);
    }

    /**
     * Copies the octets of a hash.
     *
     * @throws IllegalArgumentException if there are not exactly 32
     */
    public static MerkleHash of(byte[] octets) {
        if (octets.length != SIZE) {
            throw new IllegalArgumentException("a hash of the tree has 32 octets, not " + octets.length);
        }
        return new MerkleHash(octets.clone());
    }

    /**
     * Copies 32 octets that begin at the offset.
     *
     * @throws IndexOutOfBoundsException if they are not there
     */
    public static MerkleHash of(byte[] octets, int offset) {
        Objects.checkFromIndexSize(offset, SIZE, octets.length);
        return new MerkleHash(Arrays.copyOfRange(octets, offset, offset + SIZE));
    }

    /**
     * Reads the base64 form (RFC 4648 §4, padded), in its only spelling.
     *
     * @throws LogFormatException if the text is anything else
     */
    public static MerkleHash ofBase64(String text) throws LogFormatException {
        byte[] octets = NoteText.base64(text, "hash");
        if (octets.length != SIZE) {
            throw new LogFormatException("a hash has 32 octets");
        }
        return new MerkleHash(octets);
    }

    /** Returns the root of the tree without leaves: SHA-256 of nothing. */
    public static MerkleHash emptyRoot() {
        return new MerkleHash(TreeHasher.newEngine().digest());
    }

    /** Returns the hash of an entry: SHA-256 of a zero octet and the entry. */
    public static MerkleHash leaf(byte[] entry) {
        return new TreeHasher().leaf(entry);
    }

    /** Returns the hash over two subtrees: SHA-256 of an octet 1 and both hashes. */
    public static MerkleHash node(MerkleHash left, MerkleHash right) {
        return new TreeHasher().node(left, right);
    }

    /** Returns a copy of the octets. */
    public byte[] toByteArray() {
        return value.clone();
    }

    /** Writes the octets into an array. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(value, 0, target, offset, SIZE);
    }

    /** Feeds the octets to a hash engine. */
    void feed(MessageDigest engine) {
        engine.update(value);
    }

    /** Returns the base64 form that notes, proofs and requests carry. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(value);
    }

    /** Returns the lower-case hexadecimal form. */
    public String toHex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MerkleHash hash && MessageDigest.isEqual(value, hash.value);
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
