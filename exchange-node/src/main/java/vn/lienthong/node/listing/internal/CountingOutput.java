package vn.lienthong.node.listing.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts what passes. */
final class CountingOutput extends FilterOutputStream {
    private long octets;

    CountingOutput(OutputStream target) {
        super(target);
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        octets++;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        out.write(from, offset, length);
        octets += length;
    }

    long octets() {
        return octets;
    }
}
