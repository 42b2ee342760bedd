package vn.lienthong.node.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.storage.Appended;
import vn.lienthong.node.storage.PayloadSink;

/** Writes into a payload sink, a quarter of a megabyte at a time. Closing it hands over what is left and leaves the sink open. */
final class SinkOutputStream extends OutputStream {

    private static final int BUFFER = 256 << 10;

    private final PayloadSink sink;
    private final ByteBuffer buffer;

    SinkOutputStream(PayloadSink sink, long expected) {
        super();
        this.sink = sink;
        this.buffer = ByteBuffer.allocate(Math.clamp(expected, 16 << 10, BUFFER));
    }

    @Override
    public void write(int octet) throws IOException {
        if (!buffer.hasRemaining()) {
            drain();
        }
        buffer.put((byte) octet);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (!buffer.hasRemaining()) {
                drain();
            }
            int part = Math.min(left, buffer.remaining());
            buffer.put(octets, from, part);
            from += part;
            left -= part;
        }
    }

    @Override
    public void close() throws IOException {
        drain();
    }

    private void drain() throws IOException {
        buffer.flip();
        if (buffer.hasRemaining()) {
            switch (sink.append(sink.size(), buffer)) {
                case Appended.Written _ -> buffer.clear();
                case Appended.NoRoom _ -> throw new SealingException(ErrorCode.STORAGE_FULL, "the store is full");
                case Appended.WrongOffset(long expected) ->
                    throw new IllegalStateException("a sink of one writer stands at " + expected);
            }
        }
        buffer.clear();
    }
}
