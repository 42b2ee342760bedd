package vn.lienthong.crypto.payload;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Objects;

/**
 * Opens any part of a sealed payload without reading the rest.
 *
 * <p>Guarantees: every octet handed out was sealed at this place under this key and context; the length is verified before the
 * first read, by opening the last chunk. Not thread-safe: one instance per reader.
 */
public final class PayloadRanges implements Closeable {

    private final SeekableByteChannel sealed;
    private final ChunkCipher cipher;
    private final long length;
    private final byte[] chunk = new byte[PayloadFormat.SEALED_CHUNK];
    private final byte[] plain = new byte[PayloadFormat.CHUNK];
    private long loaded = -1;
    private int loadedLength;

    /**
     * Reads the header and the last chunk.
     *
     * @throws PayloadException if the payload was sealed with another key or for another parcel, or its length was changed
     */
    public PayloadRanges(SeekableByteChannel sealed, PayloadKey key, PayloadContext context) throws IOException {
        this(sealed, key, context.toByteArray());
    }

    PayloadRanges(SeekableByteChannel sealed, PayloadKey key, byte[] context) throws IOException {
        this.sealed = sealed;
        this.length = PayloadFormat.plainLength(sealed.size());
        byte[] header = new byte[PayloadFormat.HEADER];
        readAt(0, ByteBuffer.wrap(header));
        this.cipher = PayloadHeader.check(header, key, context);
        load(length / PayloadFormat.CHUNK);
    }

    /** Returns the verified number of plain octets. */
    public long length() {
        return length;
    }

    /**
     * Reads octets from a place in the plain payload.
     *
     * @return how many were read: fewer than asked for only at the end, 0 at or after the end
     */
    public int read(long position, byte[] target, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, target.length);
        if (position < 0) {
            throw new IllegalArgumentException("negative position");
        }
        int done = 0;
        while (done < count && position + done < length) {
            long at = position + done;
            load(at / PayloadFormat.CHUNK);
            int from = (int) (at % PayloadFormat.CHUNK);
            int part = Math.min(count - done, loadedLength - from);
            System.arraycopy(plain, from, target, offset + done, part);
            done += part;
        }
        return done;
    }

    private void load(long number) throws IOException {
        if (number == loaded) {
            return;
        }
        long begin = PayloadFormat.offset(number);
        boolean lastChunk = number == length / PayloadFormat.CHUNK;
        int size = lastChunk ? (int) (length % PayloadFormat.CHUNK) + PayloadFormat.TAG : PayloadFormat.SEALED_CHUNK;
        loaded = -1;
        readAt(begin, ByteBuffer.wrap(chunk, 0, size));
        loadedLength = cipher.open(number, chunk, size, plain);
        loaded = number;
    }

    private void readAt(long position, ByteBuffer target) throws IOException {
        sealed.position(position);
        while (target.hasRemaining()) {
            if (sealed.read(target) < 0) {
                throw new PayloadException(PayloadException.Reason.TRUNCATED, "the payload became shorter");
            }
        }
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }
}
