package vn.lienthong.crypto.asic;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Takes the octets of one data object: counts, hashes and deflates them. Closing it ends the object. */
final class ObjectSink extends OutputStream {

    private static final int PIECE = 8192;
    private static final int HIGHEST_INFLATION = 50;
    private static final long FREE_INFLATION = 1 << 20;

    private final CountingOutput out;
    private final Deflater deflater;
    private final MessageDigest digest;
    private final int level;
    private final long largest;
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[PIECE];
    private final long start;
    private long size;
    private boolean closed;

    ObjectSink(CountingOutput out, Deflater deflater, MessageDigest digest, int level, long largest) {
        this.out = out;
        this.deflater = deflater;
        this.digest = digest;
        this.level = level;
        this.largest = largest;
        this.start = out.written();
        deflater.reset();
        deflater.setLevel(level);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the object is closed");
        }
        if (length > largest - size) {
            throw new IOException("the object is larger than a package may hold");
        }
        crc.update(octets, offset, length);
        digest.update(octets, offset, length);
        for (int done = 0; done < length; done += PIECE) {
            deflate(octets, offset + done, Math.min(PIECE, length - done));
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, deflater.deflate(buffer));
        }
    }

    boolean isClosed() {
        return closed;
    }

    long size() {
        return size;
    }

    byte[] digest() {
        return digest.digest();
    }

    ZipRecord complete(ZipRecord record) {
        return record.withContent((int) crc.getValue(), out.written() - start, size);
    }

    // the reader takes a container that inflates too well for a bomb: content of that kind is stored instead
    private void deflate(byte[] octets, int offset, int length) throws IOException {
        long compressed = out.written() - start;
        boolean tooGood = size > FREE_INFLATION + HIGHEST_INFLATION * compressed;
        deflater.setLevel(tooGood ? Deflater.NO_COMPRESSION : level);
        deflater.setInput(octets, offset, length);
        size += length;
        while (!deflater.needsInput()) {
            out.write(buffer, deflater.deflate(buffer));
        }
    }
}
