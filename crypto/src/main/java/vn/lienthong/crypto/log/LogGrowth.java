package vn.lienthong.crypto.log;

import java.util.ArrayList;
import java.util.List;

/**
 * What has to be written when a log grows.
 *
 * @param from number of entries that are already published
 * @param to number of entries to publish, not smaller
 */
public record LogGrowth(long from, long to) {

    /** Refuses a log that shrinks. */
    public LogGrowth {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a log does not grow from " + from + " to " + to);
        }
    }

    /** Returns the tiles to write, lowest level first: those that became full, and the last partial one of each level. */
    public List<TileCoordinate> tiles() {
        List<TileCoordinate> tiles = new ArrayList<>();
        for (int level = 0; level <= TileCoordinate.MAX_LEVEL; level++) {
            long before = from >> (TileCoordinate.HEIGHT * level);
            long after = to >> (TileCoordinate.HEIGHT * level);
            if (after > before) {
                addLevel(tiles, level, before, after);
            }
        }
        return tiles;
    }

    private static void addLevel(List<TileCoordinate> tiles, int level, long before, long after) {
        long full = after >> TileCoordinate.HEIGHT;
        for (long index = before >> TileCoordinate.HEIGHT; index < full; index++) {
            tiles.add(new TileCoordinate(level, index, TileCoordinate.FULL_WIDTH));
        }
        int rest = (int) (after % TileCoordinate.FULL_WIDTH);
        if (rest > 0) {
            tiles.add(new TileCoordinate(level, full, rest));
        }
    }

    /** Returns the entry bundles to write: those that became full, and the last partial one. */
    public List<BundleCoordinate> bundles() {
        List<TileCoordinate> leaves = new ArrayList<>();
        if (to > from) {
            addLevel(leaves, 0, from, to);
        }
        return leaves.stream()
                .map(tile -> new BundleCoordinate(tile.index(), tile.width()))
                .toList();
    }
}
