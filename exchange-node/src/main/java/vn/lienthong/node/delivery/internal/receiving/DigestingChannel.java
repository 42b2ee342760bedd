package vn.lienthong.node.delivery.internal.receiving;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import vn.lienthong.core.value.Sha256;

/**
 * Digests a payload while it is read for another purpose, whatever is read out of turn meanwhile. Closing it leaves the channel
 * below open, for {@link #finish}.
 */
final class DigestingChannel implements SeekableByteChannel {

    private static final int BUFFER = 256 << 10;

    private final SeekableByteChannel below;
    private final MessageDigest digest = Sha256.digest();
    private long digested;
    private boolean open = true;

    DigestingChannel(SeekableByteChannel below) {
        this.below = below;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        long from = below.position();
        int begin = target.position();
        int length = below.read(target);
        // Of what was read, the part that follows on what is digested already.
        long end = from + length;
        if (length > 0 && from <= digested && end > digested) {
            int skip = (int) (digested - from);
            ByteBuffer fresh = target.duplicate().flip().position(begin + skip);
            digest.update(fresh);
            digested = end;
        }
        return length;
    }

    /** Reads what nobody has read, and returns the digest of all. */
    Sha256 finish() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        below.position(digested);
        while (read(buffer) >= 0) {
            buffer.clear();
        }
        return Sha256.fromBytes(digest.digest());
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return below.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        below.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return below.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
