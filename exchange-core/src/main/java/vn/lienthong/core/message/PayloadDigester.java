package vn.lienthong.core.message;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;

/**
 * Describes a payload while it streams through: write the ciphertext into it, then ask for description and table. Not safe
 * for several threads.
 */
public final class PayloadDigester extends OutputStream {

    private final MessageDigest whole = Sha256.digest();
    private final MessageDigest segment = Sha256.digest();
    private final ByteArrayOutputStream table = new ByteArrayOutputStream();
    private final int segmentSize;
    private long size;
    private int inSegment;

    /** Makes a digester for segments of that size in octets. */
    public PayloadDigester(int segmentSize) {
        if (segmentSize < PayloadDescription.MIN_SEGMENT_SIZE || segmentSize > PayloadDescription.MAX_SEGMENT_SIZE) {
            throw new IllegalArgumentException("segment size is out of range");
        }
        this.segmentSize = segmentSize;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        whole.update(octets, offset, length);
        size += length;
        int done = 0;
        while (done < length) {
            int step = Math.min(length - done, segmentSize - inSegment);
            segment.update(octets, offset + done, step);
            done += step;
            inSegment += step;
            endSegmentWhen(inSegment == segmentSize);
        }
    }

    /**
     * Ends the payload and describes it; nothing may be written afterwards.
     *
     * @throws IllegalArgumentException when the payload is empty or too large
     */
    public Described finish() {
        endSegmentWhen(inSegment > 0);
        SegmentTable segments = new SegmentTable(Octets.of(table.toByteArray()));
        Sha256 digest = Sha256.fromBytes(whole.digest());
        return new Described(new PayloadDescription(size, digest, segmentSize, segments.sha256()), segments);
    }

    private void endSegmentWhen(boolean complete) {
        if (complete) {
            table.writeBytes(segment.digest());
            inSegment = 0;
        }
    }

    /**
     * A payload's description with its table.
     *
     * @param description for the header
     * @param table travels beside the header
     */
    public record Described(PayloadDescription description, SegmentTable table) {}
}
