package vn.lienthong.node.storage;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps payloads of any size. Takes ciphertext only: nothing that passes this port may be readable to who reads the disk,
 * and the store neither encrypts nor checks.
 *
 * <p>Guarantees: a payload that was committed survives the killing of the process and of the machine; it is never changed
 * afterwards; a payload that is visible is complete.
 */
public interface PayloadStore {

    /**
     * Begins a payload; a part of it that was left earlier is thrown away.
     *
     * @param expectedBytes room to reserve; 0 if unknown
     * @throws IOException if the store fails
     */
    Admission create(PayloadId id, long expectedBytes) throws IOException;

    /**
     * Goes on with a payload of which a part is there.
     *
     * @param verifiedBytes length to which the part is cut first: what came after was never acknowledged
     * @throws IOException if the store fails
     */
    Resumption resume(PayloadId id, long verifiedBytes) throws IOException;

    /**
     * Reads a committed payload; empty if there is none. The caller closes the channel.
     *
     * @throws IOException if the store fails
     */
    Optional<SeekableByteChannel> open(PayloadId id) throws IOException;

    /**
     * Reads what is there of a payload that is not committed, also while it is being written; empty if there is nothing. The
     * caller closes the channel.
     *
     * @throws IOException if the store fails
     */
    Optional<SeekableByteChannel> openPart(PayloadId id) throws IOException;

    /**
     * Removes a payload, or a part of one that nobody writes. False if there was none.
     *
     * @throws IOException if the store fails
     */
    boolean delete(PayloadId id) throws IOException;

    /**
     * Removes a payload, or a part of one that nobody writes, if it was last written before this moment. False if there was none.
     *
     * @throws IOException if the store fails
     */
    boolean deleteWrittenBefore(PayloadId id, Instant moment) throws IOException;

    /**
     * Makes a committed payload as young as one that was written now, so that a sweep which has begun already spares it. False if
     * there is none, or somebody writes or removes it at this moment.
     *
     * @throws IOException if the store fails
     */
    boolean touch(PayloadId id, Instant now) throws IOException;

    /**
     * All payloads and parts last written before this moment, for the sweep. The caller closes the stream.
     *
     * @throws IOException if the store fails
     */
    @MustBeClosed
    Stream<PayloadId> writtenBefore(Instant moment) throws IOException;

    /** Bytes of all payloads and parts, with what is reserved for those being written. */
    long usedBytes();
}
