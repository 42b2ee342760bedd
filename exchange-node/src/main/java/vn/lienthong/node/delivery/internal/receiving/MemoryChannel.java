package vn.lienthong.node.delivery.internal.receiving;

import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Octets in memory as a channel for reading; they must not change meanwhile. */
final class MemoryChannel implements SeekableByteChannel {

    private final byte[] octets;
    private long position;
    private boolean open = true;

    MemoryChannel(byte[] octets) {
        this.octets = octets;
    }

    @Override
    public int read(ByteBuffer target) {
        if (position >= octets.length) {
            return -1;
        }
        int length = (int) Math.min(target.remaining(), octets.length - position);
        target.put(octets, (int) position, length);
        position += length;
        return length;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return octets.length;
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
