package vn.lienthong.node.edxml.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.core.edxml.AttachmentSink;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.documents.PieceWriter;
import vn.lienthong.node.documents.SealedPieces;
import vn.lienthong.node.storage.PayloadId;

/**
 * Where a message lies sealed while it is read: its octets as they come and its files after base64. Closing it leaves nothing but
 * what was claimed. Not thread-safe.
 */
final class Spool implements AttachmentSink, AutoCloseable {

    private static final int BUFFER = 64 << 10;
    private static final long MOST_AFTER = 1 << 20;

    private final SealedPieces pieces;
    private final TimeOrderedIds ids;
    private final List<Piece> files = new ArrayList<>();
    private final List<PayloadId> kept = new ArrayList<>();
    private final Piece original;
    private final MessageDigest digest = Sha256.digest();

    Spool(SealedPieces pieces, TimeOrderedIds ids) throws IOException {
        this.pieces = pieces;
        this.ids = ids;
        this.original = new Piece();
    }

    /** What came of the octets of a whole message. */
    record Original(PayloadId piece, long size, Sha256 sha256) {}

    /** Returns the message to read; what is read of it is kept. */
    InputStream watching(InputStream message) {
        return new Watched(message);
    }

    /** Reads the rest, so that the whole message is kept and whoever checks its digest has seen all of it. */
    static void drain(InputStream watched) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long rest = 0;
        int read = watched.read(buffer);
        while (read >= 0) {
            rest += read;
            if (rest > MOST_AFTER) {
                throw new IOException("the message goes on after its end");
            }
            read = watched.read(buffer);
        }
    }

    /** Returns the digest of what was read of the message. */
    Original original() throws IOException {
        original.close();
        return new Original(original.id, original.writer.size(), Sha256.fromBytes(digest.digest()));
    }

    /** From here on the piece belongs to whoever refers to it. */
    void claim(Original claimed) {
        boolean _ = kept.remove(claimed.piece());
    }

    @Override
    public OutputStream open(int index) throws IOException {
        Piece file = new Piece();
        files.add(file);
        return file;
    }

    /** Opens a place for what a file turns into; closing it makes it readable under the number that is returned by {@link #last}. */
    OutputStream another() throws IOException {
        return open(files.size());
    }

    /** Returns the number of the last file that was opened. */
    int last() {
        return files.size() - 1;
    }

    /** Reads a file. */
    InputStream read(int index) {
        Piece file = files.get(index);
        return file.writer.size() == 0 ? InputStream.nullInputStream() : pieces.open(List.of(file.id));
    }

    @Override
    public void close() throws IOException {
        for (Piece file : files) {
            file.discard();
        }
        original.discard();
        pieces.remove(List.copyOf(kept));
    }

    /** One piece that becomes durable when it is closed. */
    private final class Piece extends OutputStream {

        private final PayloadId id = new PayloadId(ids.next());
        private final PieceWriter writer;
        private boolean closed;

        Piece() throws IOException {
            super();
            this.writer = pieces.begin(id);
        }

        @Override
        public void write(int octet) throws IOException {
            writer.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            writer.write(octets, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                if (writer.commit() > 0) {
                    kept.add(id);
                } else {
                    writer.close();
                }
            }
        }

        void discard() throws IOException {
            if (!closed) {
                closed = true;
                writer.close();
            }
        }
    }

    /** Keeps what is read. */
    private final class Watched extends InputStream {

        private final InputStream message;

        Watched(InputStream message) {
            super();
            this.message = message;
        }

        @Override
        public int read() throws IOException {
            int octet = message.read();
            if (octet >= 0) {
                digest.update((byte) octet);
                original.write(octet);
            }
            return octet;
        }

        @Override
        public int read(byte[] octets, int offset, int length) throws IOException {
            int read = message.read(octets, offset, length);
            if (read > 0) {
                digest.update(octets, offset, read);
                original.write(octets, offset, read);
            }
            return read;
        }
    }
}
