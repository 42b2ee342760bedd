package vn.lienthong.crypto.log;

/**
 * Names an entry bundle: up to 256 consecutive entries of the log (C2SP tlog-tiles).
 *
 * @param index place of the bundle; its first entry is number {@code 256 * index}
 * @param width number of entries, 1 to 256; fewer than 256 for a partial bundle
 */
public record BundleCoordinate(long index, int width) {

    private static final String PREFIX = "tile/entries/";

    /** Refuses coordinates that no log has. */
    public BundleCoordinate {
        if (index < 0 || index > (Long.MAX_VALUE >> TileCoordinate.HEIGHT)) {
            throw new IllegalArgumentException("no bundle has index " + index);
        }
        if (width < 1 || width > TileCoordinate.FULL_WIDTH) {
            throw new IllegalArgumentException("no bundle has width " + width);
        }
    }

    /**
     * Returns the bundle that holds an entry of a log.
     *
     * @throws IllegalArgumentException if the log has no such entry
     */
    public static BundleCoordinate holding(long entry, long size) {
        if (entry < 0 || entry >= size) {
            throw new IllegalArgumentException("a log of " + size + " entries has no entry " + entry);
        }
        long index = entry >> TileCoordinate.HEIGHT;
        long rest = size - (index << TileCoordinate.HEIGHT);
        return new BundleCoordinate(index, (int) Math.min(rest, TileCoordinate.FULL_WIDTH));
    }

    /**
     * Reads a path in its only spelling.
     *
     * @throws LogFormatException if it is not the path of a bundle
     */
    public static BundleCoordinate parse(String path) throws LogFormatException {
        if (!path.startsWith(PREFIX)) {
            throw new LogFormatException("not the path of an entry bundle");
        }
        TilePath rest = TilePath.parse(path.substring(PREFIX.length()));
        if (rest.index() > (Long.MAX_VALUE >> TileCoordinate.HEIGHT)) {
            throw new LogFormatException("no bundle has that index");
        }
        return new BundleCoordinate(rest.index(), rest.width());
    }

    /** Returns the path below the log's prefix, such as {@code tile/entries/x001/067}. */
    public String path() {
        return PREFIX + new TilePath(index, width).text();
    }

    /** Returns whether the bundle holds all its 256 entries and never changes again. */
    public boolean isFull() {
        return width == TileCoordinate.FULL_WIDTH;
    }

    /** Returns the number of the first entry. */
    public long first() {
        return index << TileCoordinate.HEIGHT;
    }

    /** Returns the full bundle at this place. */
    public BundleCoordinate full() {
        return new BundleCoordinate(index, TileCoordinate.FULL_WIDTH);
    }
}
