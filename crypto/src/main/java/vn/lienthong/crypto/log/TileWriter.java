package vn.lienthong.crypto.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Grows a tree and cuts what is new into tiles. Holds the last tile of each level, at most 64 KiB, and the tiles since the last
 * call of {@link #takeTiles}. Not thread-safe.
 */
public final class TileWriter {

    private final MerkleFrontier frontier;
    private final List<List<MerkleHash>> open = new ArrayList<>();
    private final List<Tile> full = new ArrayList<>();
    private long taken;

    private TileWriter(MerkleFrontier frontier) {
        this.frontier = frontier;
        this.taken = frontier.size();
        for (int level = 0; level <= TileCoordinate.MAX_LEVEL; level++) {
            open.add(new ArrayList<>());
        }
    }

    /** Begins a new log. */
    public static TileWriter create() {
        return new TileWriter(new MerkleFrontier());
    }

    /**
     * Continues a log from its tiles.
     *
     * @throws IOException if a tile of the right edge cannot be read or is too short
     */
    public static TileWriter resume(long size, TileReader tiles) throws IOException {
        TileWriter writer = new TileWriter(TreeTiles.frontier(size, tiles));
        for (int level = 0; level <= TileCoordinate.MAX_LEVEL; level++) {
            long hashes = size >> (TileCoordinate.HEIGHT * level);
            int width = (int) (hashes % TileCoordinate.FULL_WIDTH);
            if (width > 0) {
                writer.load(new TileCoordinate(level, hashes >> TileCoordinate.HEIGHT, width), tiles);
            }
        }
        return writer;
    }

    private void load(TileCoordinate at, TileReader tiles) throws IOException {
        byte[] octets = tiles.read(at);
        if (octets.length < at.length()) {
            throw new LogFormatException("the tile " + at.path() + " has " + octets.length + " octets");
        }
        for (int i = 0; i < at.width(); i++) {
            open.get(at.level()).add(MerkleHash.of(octets, i * MerkleHash.SIZE));
        }
    }

    /** Appends a leaf, given the hash of its entry. */
    public void append(MerkleHash leafHash) {
        frontier.append(leafHash, this::add);
    }

    private void add(int level, long index, MerkleHash hash) {
        List<MerkleHash> tile = open.get(level);
        tile.add(hash);
        if (tile.size() == TileCoordinate.FULL_WIDTH) {
            TileCoordinate at = new TileCoordinate(level, index >> TileCoordinate.HEIGHT, TileCoordinate.FULL_WIDTH);
            full.add(Tile.of(at, tile));
            tile.clear();
        }
    }

    /**
     * Returns the tiles that the growth since the last call requires: those that became full, and the last partial one of each
     * level that grew. They are the tiles of {@link LogGrowth#tiles}.
     */
    public List<Tile> takeTiles() {
        List<Tile> tiles = new ArrayList<>(full);
        for (int level = 0; level <= TileCoordinate.MAX_LEVEL; level++) {
            List<MerkleHash> rest = open.get(level);
            long hashes = frontier.size() >> (TileCoordinate.HEIGHT * level);
            if (!rest.isEmpty() && hashes > (taken >> (TileCoordinate.HEIGHT * level))) {
                tiles.add(Tile.of(new TileCoordinate(level, hashes >> TileCoordinate.HEIGHT, rest.size()), rest));
            }
        }
        full.clear();
        taken = frontier.size();
        return tiles;
    }

    /** Returns size and root of the tree. */
    public TreeHead head() {
        return frontier.head();
    }

    /** Returns the number of leaves. */
    public long size() {
        return frontier.size();
    }
}
