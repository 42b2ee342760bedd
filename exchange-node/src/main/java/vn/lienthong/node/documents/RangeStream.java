package vn.lienthong.node.documents;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import vn.lienthong.crypto.payload.PayloadRanges;

/** A part of a payload as a stream. */
final class RangeStream extends InputStream {

    private final PayloadRanges ranges;
    private final byte[] one = new byte[1];
    private long position;
    private long left;

    RangeStream(PayloadRanges ranges, long offset, long length) {
        super();
        this.ranges = ranges;
        this.position = offset;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int read = ranges.read(position, target, offset, (int) Math.min(length, left));
        if (read == 0) {
            throw new EOFException("the payload ended early");
        }
        position += read;
        left -= read;
        return read;
    }

    @Override
    public int available() {
        return (int) Math.min(left, Integer.MAX_VALUE);
    }
}
