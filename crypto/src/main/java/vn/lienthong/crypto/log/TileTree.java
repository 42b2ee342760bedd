package vn.lienthong.crypto.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree of fixed size read through its tiles. Keeps the tiles it read: made for one proof and thrown away. */
final class TileTree {

    private final long size;
    private final TileReader reader;
    private final TreeHasher hasher = new TreeHasher();
    private final Map<TileCoordinate, byte[]> tiles = new HashMap<>();

    TileTree(long size, TileReader reader) {
        this.size = size;
        this.reader = reader;
    }

    MerkleHash root() throws IOException {
        return size == 0 ? MerkleHash.emptyRoot() : range(0, size);
    }

    List<MerkleHash> peaks() throws IOException {
        List<MerkleHash> peaks = new ArrayList<>();
        long start = 0;
        while (start < size) {
            long length = Long.highestOneBit(size - start);
            peaks.add(range(start, start + length));
            start += length;
        }
        return peaks;
    }

    List<MerkleHash> inclusion(long index) throws IOException {
        List<MerkleHash> fromRoot = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + split(end - start);
            if (index < middle) {
                fromRoot.add(range(middle, end));
                end = middle;
            } else {
                fromRoot.add(range(start, middle));
                start = middle;
            }
        }
        return fromRoot.reversed();
    }

    List<MerkleHash> consistency(long oldSize) throws IOException {
        List<MerkleHash> fromRoot = new ArrayList<>();
        if (oldSize == 0) {
            return fromRoot;
        }
        long start = 0;
        long end = size;
        while (end > oldSize) {
            long middle = start + split(end - start);
            if (oldSize <= middle) {
                fromRoot.add(range(middle, end));
                end = middle;
            } else {
                fromRoot.add(range(start, middle));
                start = middle;
            }
        }
        // the verifier knows this subtree itself when it is the whole earlier tree
        if (start > 0) {
            fromRoot.add(range(start, end));
        }
        return fromRoot.reversed();
    }

    /** Returns the largest power of two below the number of leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    /** Hashes the leaves from start to end, where start lies on the edge of the full subtree that the range begins with. */
    private MerkleHash range(long start, long end) throws IOException {
        long leaves = end - start;
        if (Long.bitCount(leaves) == 1) {
            int height = Long.numberOfTrailingZeros(leaves);
            return subtree(height, start >> height);
        }
        long middle = start + split(leaves);
        return hasher.node(range(start, middle), range(middle, end));
    }

    /** Returns the root of a full subtree: a hash of a tile, or computed from a few of its hashes. */
    private MerkleHash subtree(int height, long index) throws IOException {
        int level = height / TileCoordinate.HEIGHT;
        int within = height % TileCoordinate.HEIGHT;
        long first = index << within;
        byte[] tile = tile(level, first >> TileCoordinate.HEIGHT);
        return inTile(tile, (int) (first % TileCoordinate.FULL_WIDTH), 1 << within);
    }

    private MerkleHash inTile(byte[] tile, int first, int count) {
        if (count == 1) {
            return MerkleHash.of(tile, first * MerkleHash.SIZE);
        }
        int half = count / 2;
        return hasher.node(inTile(tile, first, half), inTile(tile, first + half, half));
    }

    private byte[] tile(int level, long index) throws IOException {
        long present = (size >> (TileCoordinate.HEIGHT * level)) - (index << TileCoordinate.HEIGHT);
        TileCoordinate at = new TileCoordinate(level, index, (int) Math.min(present, TileCoordinate.FULL_WIDTH));
        byte[] known = tiles.get(at);
        if (known != null) {
            return known;
        }
        byte[] octets = reader.read(at);
        if (octets.length != at.length() && octets.length != at.full().length()) {
            throw new LogFormatException("the tile " + at.path() + " has " + octets.length + " octets");
        }
        tiles.put(at, octets);
        return octets;
    }
}
