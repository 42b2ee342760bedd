package vn.lienthong.crypto.log;

/**
 * Names a tile: up to 256 consecutive hashes of one level of the tree (C2SP tlog-tiles).
 *
 * @param level 0 for leaf hashes; each hash of a higher level is the root of a full tile below; at most 7
 * @param index place of the tile within its level
 * @param width number of hashes, 1 to 256; fewer than 256 for a partial tile
 */
public record TileCoordinate(int level, long index, int width) {

    /** Levels of the tree that a tile spans. */
    public static final int HEIGHT = 8;

    /** Hashes, or entries, of a full tile or bundle. */
    public static final int FULL_WIDTH = 1 << HEIGHT;

    /** The highest level of a tree of fewer than 2^63 leaves. */
    public static final int MAX_LEVEL = 7;

    private static final String PREFIX = "tile/";

    /** Refuses coordinates that no tree has. */
    public TileCoordinate {
        if (level < 0 || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL_WIDTH) {
            throw new IllegalArgumentException("no tile has level " + level + ", index " + index + ", width " + width);
        }
    }

    /**
     * Reads a path in its only spelling.
     *
     * @throws LogFormatException if it is not the path of a tile
     */
    public static TileCoordinate parse(String path) throws LogFormatException {
        int slash = path.indexOf('/', PREFIX.length());
        if (!path.startsWith(PREFIX) || slash < 0) {
            throw new LogFormatException("not the path of a tile");
        }
        long level = NoteText.decimal(path.substring(PREFIX.length(), slash), "level");
        if (level > MAX_LEVEL) {
            throw new LogFormatException("no tile is on that level");
        }
        TilePath rest = TilePath.parse(path.substring(slash + 1));
        return new TileCoordinate((int) level, rest.index(), rest.width());
    }

    /** Returns the path below the log's prefix, such as {@code tile/0/x001/x234/067.p/8}. */
    public String path() {
        return PREFIX + level + "/" + new TilePath(index, width).text();
    }

    /** Returns whether the tile holds all its 256 hashes and never changes again. */
    public boolean isFull() {
        return width == FULL_WIDTH;
    }

    /** Returns the full tile at this place. */
    public TileCoordinate full() {
        return new TileCoordinate(level, index, FULL_WIDTH);
    }

    /** Returns the octets of the tile's content. */
    public int length() {
        return width * MerkleHash.SIZE;
    }
}
