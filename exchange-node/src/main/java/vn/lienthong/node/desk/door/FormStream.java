package vn.lienthong.node.desk.door;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** One part of a form. Its failures are told from those of the store into which it is copied. */
public final class FormStream extends FilterInputStream {

    /** Reads a part. */
    public FormStream(InputStream part) {
        super(part);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw new BrokenFormException(e);
        }
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        try {
            return super.read(octets, offset, length);
        } catch (IOException e) {
            throw new BrokenFormException(e);
        }
    }
}
