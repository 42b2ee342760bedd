package vn.lienthong.crypto.payload;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Opens a sealed payload while it is read, in constant memory.
 *
 * <p>Guarantees: every octet handed out was sealed at this place under this key and context; the end of the stream is reported
 * only when the payload is complete and nothing follows it. Does not guarantee: completeness before the end was seen. Write to
 * a temporary file and keep it only after the last read returned -1. After an error every further read fails. Not thread-safe.
 */
public final class OpeningInputStream extends InputStream {

    private final InputStream sealed;
    private final ChunkCipher cipher;
    private final byte[] chunk = new byte[PayloadFormat.SEALED_CHUNK];
    private final byte[] plain = new byte[PayloadFormat.CHUNK];
    private int position;
    private int available;
    private long count;
    private boolean last;
    private boolean broken;

    /**
     * Reads salt and commitment.
     *
     * @throws PayloadException if the payload was sealed with another key or for another parcel, or is too short
     */
    public OpeningInputStream(InputStream sealed, PayloadKey key, PayloadContext context) throws IOException {
        this(sealed, key, context.toByteArray());
    }

    OpeningInputStream(InputStream sealed, PayloadKey key, byte[] context) throws IOException {
        super();
        this.sealed = sealed;
        this.cipher = PayloadHeader.check(sealed.readNBytes(PayloadFormat.HEADER), key, context);
    }

    @Override
    public int read() throws IOException {
        return fill() ? plain[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int part = Math.min(length, available - position);
        System.arraycopy(plain, position, target, offset, part);
        position += part;
        return part;
    }

    /** Makes sure that at least one octet is ready; false at the verified end. */
    private boolean fill() throws IOException {
        while (position == available) {
            if (broken) {
                throw new IOException("the payload did not open");
            }
            if (last) {
                return false;
            }
            broken = true;
            nextChunk();
            broken = false;
        }
        return true;
    }

    private void nextChunk() throws IOException {
        int length = sealed.readNBytes(chunk, 0, chunk.length);
        available = cipher.open(count, chunk, length, plain);
        position = 0;
        count++;
        last = length < PayloadFormat.SEALED_CHUNK;
    }

    @Override
    public int available() {
        return available - position;
    }

    @Override
    public void close() throws IOException {
        sealed.close();
    }
}
