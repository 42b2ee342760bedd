package vn.lienthong.crypto.asic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.Inflater;

/** Reads a container forward, in pieces of bounded size, and gives back what an inflater took too much of. */
final class ZipSource {

    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;
    private long taken;

    ZipSource(InputStream in) {
        this.in = in;
    }

    /** The number of octets consumed so far. */
    long position() {
        return taken;
    }

    byte[] read(int length) throws IOException {
        byte[] octets = new byte[length];
        int done = 0;
        while (done < length) {
            requireMore();
            int count = Math.min(length - done, limit - position);
            System.arraycopy(buffer, position, octets, done, count);
            take(count);
            done += count;
        }
        return octets;
    }

    ByteBuffer readLittleEndian(int length) throws IOException {
        return ZipRecord.littleEndian(length).put(read(length)).flip();
    }

    /** Says whether exactly these octets follow, and reads no further than to the first that differs. */
    boolean matches(byte[] expected) throws IOException {
        for (byte octet : expected) {
            requireMore();
            if (buffer[position] != octet) {
                return false;
            }
            take(1);
        }
        return true;
    }

    boolean atEnd() throws IOException {
        return position == limit && !fill();
    }

    /** Lets an inflater have what is buffered; {@link #giveBack} must follow when it is done. */
    void feed(Inflater inflater) throws IOException {
        requireMore();
        int count = limit - position;
        inflater.setInput(buffer, position, count);
        take(count);
    }

    void giveBack(int count) {
        position -= count;
        taken -= count;
    }

    private void take(int count) {
        position += count;
        taken += count;
    }

    private void requireMore() throws IOException {
        if (atEnd()) {
            throw new PackageRefusedException(AsicRefusal.TRUNCATED, "ends at octet " + taken);
        }
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer, 0, buffer.length);
        position = 0;
        limit = Math.max(count, 0);
        return count > 0;
    }
}
