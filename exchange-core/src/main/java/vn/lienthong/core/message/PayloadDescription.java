package vn.lienthong.core.message;

import java.util.Objects;
import vn.lienthong.core.value.Sha256;

/**
 * What the header says about the encrypted payload.
 *
 * @param size octets of ciphertext, 1 to 2^40
 * @param sha256 digest of the whole ciphertext
 * @param segmentSize octets of every segment but the last, 64 KiB to 64 MiB
 * @param segmentsSha256 digest of the segment table
 */
public record PayloadDescription(long size, Sha256 sha256, int segmentSize, Sha256 segmentsSha256) {

    /** The size of segments that this software writes: 8 MiB. */
    public static final int SEGMENT_SIZE = 8 << 20;

    /** The largest payload: 1 TiB. */
    public static final long MAX_SIZE = 1L << 40;

    /** The smallest segment size that is read. */
    public static final int MIN_SEGMENT_SIZE = 64 << 10;

    /** The largest segment size that is read. */
    public static final int MAX_SEGMENT_SIZE = 64 << 20;

    /** Checks the ranges and that the table stays of a reasonable length. */
    public PayloadDescription {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("payload size is out of range");
        }
        if (segmentSize < MIN_SEGMENT_SIZE || segmentSize > MAX_SEGMENT_SIZE) {
            throw new IllegalArgumentException("segment size is out of range");
        }
        if ((size - 1) / segmentSize + 1 > SegmentTable.MAX_SEGMENTS) {
            throw new IllegalArgumentException("too many segments");
        }
    }

    /** Returns how many segments there are. */
    public int segmentCount() {
        return (int) ((size - 1) / segmentSize + 1);
    }

    /**
     * Returns the length of one segment.
     *
     * @throws IndexOutOfBoundsException when there is no such segment
     */
    public int segmentLength(int index) {
        long start = (long) Objects.checkIndex(index, segmentCount()) * segmentSize;
        return (int) Math.min(segmentSize, size - start);
    }

    /** Returns whether the table belongs to this payload. */
    public boolean matches(SegmentTable table) {
        return table.count() == segmentCount() && table.sha256().equals(segmentsSha256);
    }
}
