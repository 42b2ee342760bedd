package vn.lienthong.crypto.asic;

import java.io.IOException;
import java.io.OutputStream;

/** Passes octets on and knows how many there were; never closes what lies below. */
final class CountingOutput {

    private final OutputStream out;
    private long written;

    CountingOutput(OutputStream out) {
        this.out = out;
    }

    void write(byte[] octets) throws IOException {
        write(octets, octets.length);
    }

    void write(byte[] octets, int length) throws IOException {
        out.write(octets, 0, length);
        written += length;
    }

    void flush() throws IOException {
        out.flush();
    }

    long written() {
        return written;
    }
}
