package vn.lienthong.core.message;

import java.util.Arrays;
import java.util.Objects;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;

/**
 * The digests of the payload's segments, 32 octets each, in order. With it every segment of a large payload can be verified
 * as it arrives.
 *
 * @param octets the concatenated digests
 */
public record SegmentTable(Octets octets) {

    /** The most segments of one payload: 1 TiB in segments of 8 MiB. */
    public static final int MAX_SEGMENTS = 131_072;

    /** The longest table in octets. */
    public static final int MAX_OCTETS = MAX_SEGMENTS * Sha256.LENGTH;

    /** Refuses an empty table, a torn one and one that is too long. */
    public SegmentTable {
        if (octets.isEmpty() || octets.size() % Sha256.LENGTH != 0 || octets.size() > MAX_OCTETS) {
            throw new IllegalArgumentException("a segment table holds 1 to 131072 digests");
        }
    }

    /** Returns the number of segments. */
    public int count() {
        return octets.size() / Sha256.LENGTH;
    }

    /** Returns the digest of one segment; throws {@link IndexOutOfBoundsException} when there is no such segment. */
    public Sha256 digest(int index) {
        int start = Objects.checkIndex(index, count()) * Sha256.LENGTH;
        return Sha256.fromBytes(Arrays.copyOfRange(octets.toByteArray(), start, start + Sha256.LENGTH));
    }

    /** Returns the digest of the table itself, as the header carries it. */
    public Sha256 sha256() {
        return octets.sha256();
    }
}
