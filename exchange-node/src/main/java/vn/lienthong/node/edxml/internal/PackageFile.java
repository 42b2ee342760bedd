package vn.lienthong.node.edxml.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.documents.OpenPackage;

/**
 * A file of a package, to be read while another thread copies it out of the package: a few pieces are in memory at a time. Its end
 * comes only when the whole package was found to be what was accepted. Not thread-safe.
 */
final class PackageFile extends InputStream {

    private static final int PIECES = 8;
    private static final int PATIENCE = 60;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(PIECES);
    private final Thread copier;
    private volatile @Nullable IOException failure;
    private volatile boolean closed;
    private byte[] piece = END;
    private int position;
    private boolean ended;

    PackageFile(OpenPackage content, String objectName) {
        super();
        this.copier = Thread.ofVirtual().name("edxml-file").start(() -> copy(content, objectName));
    }

    private void copy(OpenPackage content, String objectName) {
        try (Handover out = new Handover()) {
            content.copyFile(objectName, out);
            out.end();
        } catch (IOException e) {
            failure = e;
            // Whoever waits for the next piece is woken.
            boolean _ = pieces.offer(END);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, octets.length);
        if (length == 0) {
            return 0;
        }
        while (position == piece.length) {
            if (ended || !next()) {
                return -1;
            }
        }
        int read = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, octets, offset, read);
        position += read;
        return read;
    }

    private boolean next() throws IOException {
        try {
            byte[] found = pieces.poll(1, TimeUnit.SECONDS);
            while (found == null && failure == null) {
                found = pieces.poll(1, TimeUnit.SECONDS);
            }
            IOException failed = failure;
            if (failed != null) {
                throw new IOException("a file of a package cannot be read", failed);
            }
            piece = found == null ? END : found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a file was read", e);
        }
        position = 0;
        ended = piece.length == 0;
        return !ended;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        pieces.clear();
        try {
            // The copier gives up at the next piece; the package must not be closed under it.
            if (!copier.join(Duration.ofSeconds(PATIENCE))) {
                throw new IOException("a file of a package is still being read");
            }
        } catch (InterruptedException e) {
            copier.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /** Where the copier puts what it read. */
    private final class Handover extends OutputStream {

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int length) throws IOException {
            if (length > 0) {
                put(Arrays.copyOfRange(octets, offset, offset + length));
            }
        }

        private void put(byte[] octets) throws IOException {
            try {
                while (!pieces.offer(octets, 1, TimeUnit.SECONDS)) {
                    if (closed) {
                        throw new IOException("nobody reads on");
                    }
                }
                if (closed) {
                    throw new IOException("nobody reads on");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while a file was copied", e);
            }
        }

        void end() throws IOException {
            put(END);
        }
    }
}
