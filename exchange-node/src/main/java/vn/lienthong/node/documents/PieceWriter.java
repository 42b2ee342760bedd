package vn.lienthong.node.documents;

import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.node.storage.PayloadSink;

/**
 * Seals a piece while its octets come. {@link #commit} makes it durable; closing it without leaves nothing. Not thread-safe.
 */
public final class PieceWriter extends OutputStream {

    private final PayloadSink sink;
    private final OutputStream sealing;
    private long size;
    private boolean ended;

    PieceWriter(PayloadSink sink, OutputStream sealing) {
        super();
        this.sink = sink;
        this.sealing = sealing;
    }

    @Override
    public void write(int octet) throws IOException {
        sealing.write(octet);
        size++;
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        sealing.write(octets, offset, length);
        size += length;
    }

    /** Returns how many octets have come. */
    public long size() {
        return size;
    }

    /**
     * Completes the piece and makes it durable. What never got an octet leaves nothing.
     *
     * @return how many octets it has
     * @throws IOException when the store fails; nothing is kept
     */
    public long commit() throws IOException {
        sealing.close();
        if (size > 0) {
            long _ = sink.commit();
            ended = true;
        }
        return size;
    }

    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            sink.discard();
        }
    }
}
