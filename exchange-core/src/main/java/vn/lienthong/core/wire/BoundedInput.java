package vn.lienthong.core.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Exactly so many octets of another stream: ends there, and throws when the other stream ends before. Closing closes nothing. */
final class BoundedInput extends InputStream {

    private static final int STEP = 16 << 10;

    private final InputStream in;
    private long left;

    BoundedInput(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        int read = in.read(octets, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new EOFException();
        }
        left -= read;
        return read;
    }

    void skipRest() throws IOException {
        byte[] waste = new byte[(int) Math.min(STEP, left)];
        while (left > 0) {
            if (read(waste, 0, waste.length) < 0) {
                return;
            }
        }
    }
}
