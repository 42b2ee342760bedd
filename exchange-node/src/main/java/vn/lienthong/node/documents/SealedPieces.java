package vn.lienthong.node.documents;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.payload.OpeningInputStream;
import vn.lienthong.crypto.payload.PayloadContext;
import vn.lienthong.crypto.payload.PayloadException;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.crypto.payload.SealingOutputStream;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.protection.StreamKeys;
import vn.lienthong.node.storage.Admission;
import vn.lienthong.node.storage.Appended;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadSink;
import vn.lienthong.node.storage.PayloadStore;

/**
 * Keeps files of the desk in the payload store, sealed under the data keys of this node.
 *
 * <p>Guarantees: nothing readable reaches the disk; a piece that was kept is durable; each piece has a key of its own, drawn
 * from the node's key and bound to the piece.
 */
@InNodeRole
@Component
public class SealedPieces {

    /** Of pieces; what older versions of the program kept lies under a key that they drew. */
    private static final String PURPOSE = "pieces";

    private static final String FORMER_KEY = "outgoing-files";
    private static final SuiteId SUITE = new SuiteId("LT-1");
    private static final int BUFFER = 256 << 10;

    private final PayloadStore store;
    private final StreamKeys keys;
    private final Optional<byte[]> formerKey;

    SealedPieces(PayloadStore store, StreamKeys keys, KeyVault vault) throws IOException {
        this.store = store;
        this.keys = keys;
        this.formerKey = vault.readSealed(FORMER_KEY);
    }

    /**
     * Keeps what comes, up to a limit.
     *
     * @param most octets that may come; what is beyond stays unread
     * @param whole whether a source that breaks off leaves nothing; otherwise what came before is kept, to the octet
     * @return how many came
     * @throws NoRoomException when the store is full; nothing is kept
     * @throws IOException when the store fails; nothing is kept
     */
    public long keep(PayloadId id, InputStream source, long most, boolean whole) throws IOException {
        PayloadSink sink = create(id);
        boolean kept = false;
        try {
            long size = copy(id, whole ? source : new BreakingOff(source), most, sink);
            if (size > 0) {
                long _ = sink.commit();
                kept = true;
            }
            return size;
        } finally {
            if (!kept) {
                sink.discard();
            }
        }
    }

    private PayloadSink create(PayloadId id) throws IOException {
        return switch (store.create(id, 0)) {
            case Admission.Admitted(PayloadSink admitted) -> admitted;
            case Admission.NoRoom _ -> throw new NoRoomException();
            case Admission.AlreadyStored _, Admission.Busy _ ->
                throw new IllegalStateException("a new piece has a new identifier");
        };
    }

    private long copy(PayloadId id, InputStream source, long most, PayloadSink sink) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream sealing = new SealingOutputStream(new SinkStream(sink), key(id), context(id))) {
            int read = source.read(buffer, 0, (int) Math.min(buffer.length, most));
            while (read > 0) {
                sealing.write(buffer, 0, read);
                size += read;
                read = source.read(buffer, 0, (int) Math.min(buffer.length, most - size));
            }
        }
        return size;
    }

    /**
     * Opens the place for a piece whose octets come bit by bit.
     *
     * @throws NoRoomException when the store is full
     * @throws IOException when the store fails
     */
    public PieceWriter begin(PayloadId id) throws IOException {
        PayloadSink sink = create(id);
        return new PieceWriter(sink, new SealingOutputStream(new SinkStream(sink), key(id), context(id)));
    }

    /** Reads pieces one after the other, decrypting; the caller closes the stream. */
    public InputStream open(List<PayloadId> pieces) {
        List<InputStream> streams =
                pieces.stream().<InputStream>map(LazyPiece::new).toList();
        return new BufferedInputStream(new SequenceInputStream(Collections.enumeration(streams)), BUFFER);
    }

    /** Removes pieces that no row names any more; what cannot be removed is left to the sweep. */
    public void remove(List<PayloadId> pieces) {
        for (PayloadId piece : pieces) {
            try {
                boolean _ = store.delete(piece);
            } catch (IOException leftToTheSweep) {
                throw new UncheckedIOException(leftToTheSweep);
            }
        }
    }

    private PayloadKey key(PayloadId id) {
        return taken(keys.key(PURPOSE, label(id)));
    }

    /** The keys under which a piece may lie, the likeliest first. */
    private List<PayloadKey> possible(PayloadId id) {
        Stream<PayloadKey> former = formerKey.stream()
                .map(key -> PayloadKey.of(Sha256.ofParts(label(id), key).bytes()));
        return Stream.concat(keys.keys(PURPOSE, label(id)).stream().map(SealedPieces::taken), former)
                .toList();
    }

    private static PayloadKey taken(byte[] octets) {
        PayloadKey key = PayloadKey.of(octets);
        Arrays.fill(octets, (byte) 0);
        return key;
    }

    private static byte[] label(PayloadId id) {
        return ("lienthong/outgoing-file/1\0" + id + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static PayloadContext context(PayloadId id) {
        return new PayloadContext(SUITE, id.value(), 0);
    }

    private InputStream openOne(PayloadId id) throws IOException {
        InputStream sealed = Channels.newInputStream(
                store.open(id).orElseThrow(() -> new IOException("piece " + id + " is not in the store")));
        return opened(new BufferedInputStream(sealed, BUFFER), id);
    }

    /** The head of a sealed stream tells whether a key is its own. */
    private InputStream opened(InputStream sealed, PayloadId id) throws IOException {
        Optional<PayloadException> refused = Optional.empty();
        for (PayloadKey key : possible(id)) {
            sealed.mark(BUFFER);
            try {
                return new OpeningInputStream(sealed, key, context(id));
            } catch (PayloadException another) {
                sealed.reset();
                refused = Optional.of(another);
            }
        }
        sealed.close();
        throw refused.orElseThrow();
    }

    /** Opened when its turn comes, so that a file of many pieces holds one channel at a time. */
    private final class LazyPiece extends InputStream {

        private final PayloadId id;
        private InputStream opened = InputStream.nullInputStream();
        private boolean begun;

        LazyPiece(PayloadId id) {
            super();
            this.id = id;
        }

        private InputStream stream() throws IOException {
            if (!begun) {
                begun = true;
                opened = openOne(id);
            }
            return opened;
        }

        @Override
        public int read() throws IOException {
            return stream().read();
        }

        @Override
        public int read(byte[] octets, int offset, int length) throws IOException {
            return stream().read(octets, offset, length);
        }

        @Override
        public void close() throws IOException {
            opened.close();
        }
    }

    /** A source that breaks off has come to its end: whoever sends goes on from there. */
    private static final class BreakingOff extends InputStream {

        private final InputStream source;

        BreakingOff(InputStream source) {
            super();
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            return source.read();
        }

        @Override
        public int read(byte[] octets, int offset, int length) {
            try {
                return source.read(octets, offset, length);
            } catch (IOException brokenOff) {
                return -1;
            }
        }
    }

    /** Hands what is sealed to the store. */
    private static final class SinkStream extends OutputStream {

        private final PayloadSink sink;

        SinkStream(PayloadSink sink) {
            super();
            this.sink = sink;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            switch (sink.append(sink.size(), ByteBuffer.wrap(octets, offset, length))) {
                case Appended.Written _ -> {}
                case Appended.NoRoom _ -> throw new NoRoomException();
                case Appended.WrongOffset(long expected) ->
                    throw new IllegalStateException("a sink of one writer stands at " + expected);
            }
        }
    }
}
