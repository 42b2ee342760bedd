package vn.lienthong.crypto.log;

import java.io.IOException;

/** Where the tiles of a log are: files, a database or another node. */
@FunctionalInterface
public interface TileReader {

    /**
     * Returns the octets of a tile. A source that keeps only the full tile of a partial one may return the full one.
     *
     * @throws IOException if the tile is not there or cannot be read
     */
    byte[] read(TileCoordinate tile) throws IOException;
}
