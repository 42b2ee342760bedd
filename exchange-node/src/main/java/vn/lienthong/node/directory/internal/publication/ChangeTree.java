package vn.lienthong.node.directory.internal.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.log.InclusionProof;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.Tile;
import vn.lienthong.crypto.log.TileCoordinate;
import vn.lienthong.crypto.log.TileWriter;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.crypto.log.TreeTiles;

/**
 * The tree of the directory's log as it follows from the publications held here, in the database. Needs nothing of the directory,
 * so it tells what the directory should have signed.
 */
public final class ChangeTree {

    private final JdbcClient database;

    /** Keeps its tiles in this database. */
    public ChangeTree(JdbcClient database) {
        this.database = database;
    }

    /** Grows the tree in the caller's transaction. */
    public TreeHead append(TreeHead before, List<byte[]> entries) {
        if (entries.isEmpty()) {
            return before;
        }
        try {
            TileWriter writer = TileWriter.resume(before.size(), this::tile);
            entries.forEach(entry -> writer.append(MerkleHash.leaf(entry)));
            writer.takeTiles().forEach(this::store);
            return writer.head();
        } catch (IOException e) {
            throw new UncheckedIOException("the tiles of the directory's log are damaged", e);
        }
    }

    /**
     * The root of the first entries.
     *
     * @throws IOException if there are not so many, or tiles are missing
     */
    public Sha256 root(long size) throws IOException {
        return Sha256.fromBytes(TreeTiles.root(size, this::tile).toByteArray());
    }

    /**
     * The proof that an entry is among the first entries.
     *
     * @throws IOException if there are not so many, or tiles are missing
     */
    public InclusionProof inclusion(long index, long size) throws IOException {
        return InclusionProof.build(index, size, this::tile);
    }

    private byte[] tile(TileCoordinate at) throws IOException {
        byte[] hashes = database.sql("select hashes from directory_tile where level = ? and tile_index = ?")
                .params(at.level(), at.index())
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> new IOException("no tile " + at.path()));
        if (hashes.length < at.length()) {
            throw new IOException("the tile " + at.path() + " is not so wide");
        }
        return Arrays.copyOf(hashes, at.length());
    }

    private void store(Tile tile) {
        int rows = database.sql("insert into directory_tile (level, tile_index, hashes) values (?, ?, ?)"
                        + " on duplicate key update hashes = values(hashes)")
                .params(tile.coordinate().level(), tile.coordinate().index(), tile.toByteArray())
                .update();
        if (rows < 0) {
            throw new IllegalStateException("a tile is not stored");
        }
    }
}
