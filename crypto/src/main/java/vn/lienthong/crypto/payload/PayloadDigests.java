package vn.lienthong.crypto.payload;

import java.util.List;
import vn.lienthong.crypto.Digest;

/**
 * What is known of a sealed payload without its key: the part of the parcel header that describes it.
 *
 * @param size octets of the ciphertext
 * @param sha256 digest of the whole ciphertext
 * @param segmentSize octets of every segment but the last
 * @param segments SHA-256 of each segment, in order; together they are the segment table
 */
public record PayloadDigests(long size, Digest sha256, int segmentSize, List<Digest> segments) {

    /** The usual size of a segment, 8 MiB. */
    public static final int SEGMENT_SIZE = 8 * 1024 * 1024;

    /** Copies the list. */
    public PayloadDigests {
        segments = List.copyOf(segments);
    }

    /** Returns the segment table: the digests one after the other, 32 octets each. */
    public byte[] segmentTable() {
        byte[] table = new byte[segments.size() * Digest.SHA256_LENGTH];
        for (int i = 0; i < segments.size(); i++) {
            System.arraycopy(segments.get(i).toByteArray(), 0, table, i * Digest.SHA256_LENGTH, Digest.SHA256_LENGTH);
        }
        return table;
    }

    /** Returns the SHA-256 of the segment table. */
    public Digest segmentsSha256() {
        return Digest.sha256(segmentTable());
    }
}
