package vn.lienthong.node.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Takes one payload, in parts and over several connections if need be. For one thread at a time.
 *
 * <p>Guarantees: the payload is in the store complete and durable, or not at all; a part that was not committed is kept
 * for {@link PayloadStore#resume} until it is discarded or swept.
 */
public interface PayloadSink extends Closeable {

    /** Which payload this is. */
    PayloadId id();

    /** Bytes taken so far. */
    long size();

    /**
     * Appends all remaining bytes of the buffer.
     *
     * @param offset at which they belong; must be {@link #size()}
     * @throws IOException if the store fails; the part then ends somewhere at or after the last synced byte
     */
    Appended append(long offset, ByteBuffer ciphertext) throws IOException;

    /**
     * Makes what was taken so far durable, so that it may be acknowledged.
     *
     * @return bytes that are durable
     * @throws IOException if that cannot be promised
     */
    long sync() throws IOException;

    /**
     * Makes the payload durable and visible under its name, and closes the sink.
     *
     * @return its size in bytes
     * @throws IOException if that cannot be promised
     */
    long commit() throws IOException;

    /**
     * Removes the part and closes the sink.
     *
     * @throws IOException if it cannot be removed
     */
    void discard() throws IOException;

    /** Ends writing; an uncommitted part stays for {@link PayloadStore#resume}. */
    @Override
    void close() throws IOException;
}
