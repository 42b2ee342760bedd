package vn.lienthong.node.protection.internal;

import java.util.List;
import vn.lienthong.node.protection.StreamKeys;

/** Derives keys of files from those of a ring. */
final class RingStreams implements StreamKeys {

    private final KeyRing ring;

    RingStreams(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public byte[] key(String purpose, byte[] context) {
        return ring.current(purpose).stream(context);
    }

    @Override
    public List<byte[]> keys(String purpose, byte[] context) {
        return ring.living(purpose).stream().map(key -> key.stream(context)).toList();
    }
}
