package vn.lienthong.node.documents;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts what passes through. */
public final class CountingOutputStream extends FilterOutputStream {

    private long count;

    /** Counts what goes to the target. */
    public CountingOutputStream(OutputStream target) {
        super(target);
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        count++;
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
        count += length;
    }

    /** Returns how many octets went by. */
    public long count() {
        return count;
    }
}
