package vn.lienthong.crypto.payload;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Objects;

/**
 * Seals a payload while it is written, in constant memory. The payload is complete only after {@link #close}; a stream that was
 * not closed leaves a ciphertext that nobody opens.
 *
 * <p>Guarantees: whoever opens it with the same key and context gets exactly these octets or an error; the ciphertext commits
 * to the key. Not thread-safe.
 */
public final class SealingOutputStream extends OutputStream {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OutputStream sealed;
    private final ChunkCipher cipher;
    private final byte[] plain = new byte[PayloadFormat.CHUNK];
    private final byte[] chunk = new byte[PayloadFormat.SEALED_CHUNK];
    private int filled;
    private long count;
    private boolean closed;

    /** Begins a payload: writes salt and commitment. Closing this stream closes the target. */
    public SealingOutputStream(OutputStream sealed, PayloadKey key, PayloadContext context) throws IOException {
        this(sealed, key, context.toByteArray(), salt());
    }

    SealingOutputStream(OutputStream sealed, PayloadKey key, byte[] context, byte[] salt) throws IOException {
        super();
        this.sealed = sealed;
        this.cipher = ChunkCipher.derive(key.expose(), salt, context);
        sealed.write(salt);
        sealed.write(cipher.commitment());
    }

    private static byte[] salt() {
        byte[] salt = new byte[ChunkCipher.SALT];
        RANDOM.nextBytes(salt);
        return salt;
    }

    @Override
    public void write(int octet) throws IOException {
        ensureOpen();
        plain[filled++] = (byte) octet;
        if (filled == PayloadFormat.CHUNK) {
            writeChunk();
        }
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, octets.length);
        ensureOpen();
        int from = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, PayloadFormat.CHUNK - filled);
            System.arraycopy(octets, from, plain, filled, part);
            filled += part;
            from += part;
            left -= part;
            if (filled == PayloadFormat.CHUNK) {
                writeChunk();
            }
        }
    }

    private void writeChunk() throws IOException {
        int length = cipher.seal(count, plain, filled, chunk);
        sealed.write(chunk, 0, length);
        count++;
        filled = 0;
    }

    private void ensureOpen() throws IOException {
        if (closed) {
            throw new IOException("the payload is complete");
        }
    }

    /** Flushes the target; a chunk that is not full stays here. */
    @Override
    public void flush() throws IOException {
        sealed.flush();
    }

    /** Writes the last, short chunk and closes the target. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (OutputStream target = sealed) {
            writeChunk();
            target.flush();
        }
    }
}
