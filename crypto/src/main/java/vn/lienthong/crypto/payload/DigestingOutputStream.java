package vn.lienthong.crypto.payload;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.lienthong.crypto.Digest;

/** Computes the {@link PayloadDigests} of a ciphertext while it passes through. Not thread-safe. */
public final class DigestingOutputStream extends FilterOutputStream {

    private final int segmentSize;
    private final MessageDigest whole = Digest.engine("SHA-256");
    private final MessageDigest segment = Digest.engine("SHA-256");
    private final List<Digest> segments = new ArrayList<>();
    private long size;
    private int inSegment;

    /** Passes everything on to the target and cuts segments of 8 MiB. */
    public DigestingOutputStream(OutputStream target) {
        this(target, PayloadDigests.SEGMENT_SIZE);
    }

    /** Passes everything on to the target and cuts segments of this size. */
    public DigestingOutputStream(OutputStream target, int segmentSize) {
        super(target);
        if (segmentSize < 1) {
            throw new IllegalArgumentException("a segment has at least one octet");
        }
        this.segmentSize = segmentSize;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, octets.length);
        out.write(octets, offset, length);
        whole.update(octets, offset, length);
        size += length;
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, segmentSize - inSegment);
            segment.update(octets, from, part);
            inSegment += part;
            from += part;
            left -= part;
            if (inSegment == segmentSize) {
                endSegment();
            }
        }
    }

    private void endSegment() {
        segments.add(Digest.of(segment.digest()));
        inSegment = 0;
    }

    /** Ends the computation: call once, after the last octet. */
    public PayloadDigests digests() {
        if (inSegment > 0) {
            endSegment();
        }
        return new PayloadDigests(size, Digest.of(whole.digest()), segmentSize, segments);
    }
}
