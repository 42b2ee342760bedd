package vn.lienthong.node.delivery.internal.receiving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.core.message.PayloadDescription;
import vn.lienthong.core.message.SegmentTable;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.storage.Appended;
import vn.lienthong.node.storage.PayloadSink;

/** Writes what arrives of a large payload and compares each segment with the table as soon as it is complete. For one request. */
final class SegmentedWriter {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentedWriter.class);
    private static final int BUFFER = 128 << 10;

    private final PayloadDescription described;
    private final SegmentTable table;
    private final PayloadSink sink;
    private final MessageDigest digest = Sha256.digest();

    SegmentedWriter(PayloadDescription described, SegmentTable table, PayloadSink sink) {
        this.described = described;
        this.table = table;
        this.sink = sink;
    }

    /** How it ended. */
    enum End {
        /** The stream ended and everything in it is written. */
        STREAM_ENDED,
        /** The payload is complete. */
        COMPLETE,
        /** A segment is not the one of the table; the part must be cut to its beginning. */
        WRONG_SEGMENT,
        /** The store is full. */
        NO_ROOM
    }

    /** Takes into account what of an incomplete segment was written by earlier requests. */
    void resume(Optional<SeekableByteChannel> part) throws IOException {
        long begin = isWhole() ? lastSegmentBegin() : segmentBegin();
        if (sink.size() > begin && part.isPresent()) {
            try (SeekableByteChannel written = part.get()) {
                written.position(begin);
                PayloadCheck.update(digest, written, sink.size() - begin);
            }
        }
    }

    /** All octets are here, of which an earlier request may not have compared the last segment. */
    private boolean isWhole() {
        return sink.size() > 0 && sink.size() == described.size();
    }

    /** Where the segment that is being written begins. */
    long segmentBegin() {
        return sink.size() / described.segmentSize() * described.segmentSize();
    }

    /**
     * Writes until something ends it; what was read when the connection breaks is written. When all is here already, nothing
     * is read.
     *
     * @throws IOException when the store fails
     */
    End write(InputStream body) throws IOException {
        if (isWhole()) {
            return isSegmentRight() ? End.COMPLETE : End.WRONG_SEGMENT;
        }
        byte[] buffer = new byte[BUFFER];
        while (true) {
            long left = segmentEnd() - sink.size();
            int read = read(body, buffer, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return End.STREAM_ENDED;
            }
            digest.update(buffer, 0, read);
            if (!(sink.append(sink.size(), ByteBuffer.wrap(buffer, 0, read)) instanceof Appended.Written)) {
                return End.NO_ROOM;
            }
            if (read == left && !isSegmentRight()) {
                return End.WRONG_SEGMENT;
            }
            if (sink.size() == described.size()) {
                return End.COMPLETE;
            }
        }
    }

    /** A connection that breaks ends the stream like its end does: what came before is kept all the same. */
    private static int read(InputStream body, byte[] buffer, int length) {
        try {
            return body.read(buffer, 0, length);
        } catch (IOException torn) {
            LOG.debug("connection broke within an upload", torn);
            return -1;
        }
    }

    private long segmentEnd() {
        return Math.min(described.size(), segmentBegin() + described.segmentSize());
    }

    private boolean isSegmentRight() {
        int segment = (int) ((sink.size() - 1) / described.segmentSize());
        return Sha256.fromBytes(digest.digest()).equals(table.digest(segment));
    }

    /** Where the segment begins that has just turned out to be wrong. */
    long wrongSegmentBegin() {
        return lastSegmentBegin();
    }

    private long lastSegmentBegin() {
        return (sink.size() - 1) / described.segmentSize() * described.segmentSize();
    }
}
