package vn.lienthong.node.secret.internal;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.payload.OpeningInputStream;
import vn.lienthong.crypto.payload.PayloadContext;
import vn.lienthong.crypto.payload.PayloadKey;
import vn.lienthong.crypto.payload.SealingOutputStream;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.storage.Admission;
import vn.lienthong.node.storage.Appended;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.PayloadSink;
import vn.lienthong.node.storage.PayloadStore;

/** Files of drafts in the payload store, each sealed with a key that follows from the draft's content key and the file's name. */
@InNodeRole
@Component
class SecretPieces {

    private static final Logger LOG = LoggerFactory.getLogger(SecretPieces.class);
    private static final SuiteId SUITE = new SuiteId("LT-2");
    private static final int BUFFER = 128 << 10;

    private final PayloadStore store;

    SecretPieces(PayloadStore store) {
        this.store = store;
    }

    /** Keeps what comes, to its end; what fails leaves nothing. */
    void keep(PayloadId id, byte[] contentKey, InputStream source) throws IOException {
        PayloadSink sink = create(id);
        boolean kept = false;
        try {
            try (OutputStream sealing = new SealingOutputStream(
                    new BufferedOutputStream(new SinkStream(sink), BUFFER), key(id, contentKey), context(id))) {
                long _ = source.transferTo(sealing);
            }
            long _ = sink.commit();
            kept = true;
        } finally {
            if (!kept) {
                sink.discard();
            }
        }
    }

    private PayloadSink create(PayloadId id) throws IOException {
        return switch (store.create(id, 0)) {
            case Admission.Admitted(PayloadSink admitted) -> admitted;
            case Admission.NoRoom _ -> throw new HinderedException(Hindrance.NO_ROOM);
            case Admission.AlreadyStored _, Admission.Busy _ ->
                throw new IllegalStateException("a new file has a new identifier");
        };
    }

    /** Reads a file, decrypting; the caller closes the stream. */
    InputStream open(PayloadId id, byte[] contentKey) throws IOException {
        InputStream sealed = Channels.newInputStream(
                store.open(id).orElseThrow(() -> new IOException("file " + id + " is not in the store")));
        return new OpeningInputStream(new BufferedInputStream(sealed, BUFFER), key(id, contentKey), context(id));
    }

    /** Removes what no row needs any more; what cannot be removed now is left to the sweep. */
    void remove(PayloadId id) {
        try {
            boolean _ = store.delete(id);
        } catch (IOException leftToTheSweep) {
            LOG.warn("file {} could not be removed yet", id, leftToTheSweep);
        }
    }

    private static PayloadKey key(PayloadId id, byte[] contentKey) {
        byte[] derived = Sha256.ofParts(Place.of("file-key", id), new byte[1], contentKey)
                .bytes();
        try {
            return PayloadKey.of(derived);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    private static PayloadContext context(PayloadId id) {
        return new PayloadContext(SUITE, id.value(), 0);
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
                case Appended.NoRoom _ -> throw new HinderedException(Hindrance.NO_ROOM);
                case Appended.WrongOffset(long expected) ->
                    throw new IllegalStateException("a sink of one writer stands at " + expected);
            }
        }
    }
}
