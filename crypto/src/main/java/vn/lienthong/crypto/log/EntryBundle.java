package vn.lienthong.crypto.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Entry bundles: entries one after the other, each behind its length as u16 (C2SP tlog-tiles). */
public final class EntryBundle {

    /** The largest entry in octets. */
    public static final int MAX_ENTRY = 0xffff;

    /** The largest bundle in octets. */
    public static final int MAX_SIZE = TileCoordinate.FULL_WIDTH * (Short.BYTES + MAX_ENTRY);

    private EntryBundle() {}

    /**
     * Writes a bundle.
     *
     * @throws IllegalArgumentException if there are more than 256 entries or none, or one is too large
     */
    public static byte[] encode(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TileCoordinate.FULL_WIDTH) {
            throw new IllegalArgumentException("a bundle of " + entries.size() + " entries");
        }
        int length = 0;
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY) {
                throw new IllegalArgumentException("an entry of " + entry.length + " octets");
            }
            length += Short.BYTES + entry.length;
        }
        ByteBuffer bundle = ByteBuffer.allocate(length);
        entries.forEach(entry -> bundle.putShort((short) entry.length).put(entry));
        return bundle.array();
    }

    /**
     * Reads a bundle of exactly the given width.
     *
     * @throws LogFormatException if there are fewer or more entries, or octets that belong to none
     */
    public static List<byte[]> decode(byte[] bundle, int width) throws LogFormatException {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (rest.hasRemaining()) {
            if (entries.size() == width) {
                throw new LogFormatException("more than " + width + " entries in the bundle");
            }
            entries.add(next(rest));
        }
        if (entries.size() < width) {
            throw new LogFormatException("only " + entries.size() + " of " + width + " entries in the bundle");
        }
        return entries;
    }

    private static byte[] next(ByteBuffer rest) throws LogFormatException {
        int at = rest.position();
        if (rest.remaining() < Short.BYTES) {
            throw new LogFormatException("the bundle ends within a length, at octet " + at);
        }
        int length = Short.toUnsignedInt(rest.getShort());
        if (rest.remaining() < length) {
            throw new LogFormatException("the bundle ends within an entry, at octet " + at);
        }
        byte[] entry = new byte[length];
        rest.get(entry);
        return entry;
    }
}
