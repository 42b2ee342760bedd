package vn.lienthong.core.edxml;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The octets of a message: counted, bounded, and a failure of their source is remembered, for parsers hide it. */
final class MessageInput extends InputStream {

    private final InputStream source;
    private final long max;
    private long count;
    private @Nullable IOException failure;

    MessageInput(InputStream source, long max) {
        this.source = source;
        this.max = max;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        int read = readSource(octets, offset, length);
        count += Math.max(0, read);
        if (count > max) {
            throw new FaultException("edXML", EdxmlRule.MESSAGE_SIZE, "≤ " + max + " B");
        }
        return read;
    }

    long count() {
        return count;
    }

    /** Throws again what the source has thrown, when it has. */
    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    private int readSource(byte[] octets, int offset, int length) throws IOException {
        try {
            return source.read(octets, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
