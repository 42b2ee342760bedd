package vn.lienthong.crypto.log;

import java.io.IOException;

/** Reads whole trees through their tiles. */
public final class TreeTiles {

    private TreeTiles() {}

    /**
     * Returns the root of the tree of that size.
     *
     * @throws IOException if a tile cannot be read or is too short
     */
    public static MerkleHash root(long size, TileReader tiles) throws IOException {
        return new TileTree(size, tiles).root();
    }

    /**
     * Returns the right edge of the tree of that size, ready for more leaves.
     *
     * @throws IOException if a tile cannot be read or is too short
     */
    public static MerkleFrontier frontier(long size, TileReader tiles) throws IOException {
        return MerkleFrontier.of(size, new TileTree(size, tiles).peaks());
    }
}
