package vn.lienthong.crypto.log;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tiles in memory; a partial tile is found only under its very width. */
final class MemoryTiles implements TileReader {

    private final Map<TileCoordinate, byte[]> tiles = new HashMap<>();
    private int reads;

    static MemoryTiles of(List<MerkleHash> leaves) {
        TileWriter writer = TileWriter.create();
        leaves.forEach(writer::append);
        MemoryTiles memory = new MemoryTiles();
        memory.write(writer.takeTiles());
        return memory;
    }

    void write(Collection<Tile> more) {
        more.forEach(tile -> tiles.put(tile.coordinate(), tile.toByteArray()));
    }

    int reads() {
        return reads;
    }

    @Override
    public byte[] read(TileCoordinate tile) throws IOException {
        reads++;
        byte[] octets = tiles.get(tile);
        if (octets == null) {
            throw new FileNotFoundException(tile.path());
        }
        return octets.clone();
    }
}
