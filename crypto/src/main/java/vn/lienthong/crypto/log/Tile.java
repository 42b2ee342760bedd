package vn.lienthong.crypto.log;

import java.util.ArrayList;
import java.util.List;

/** A tile with its content. Immutable. */
public final class Tile {

    private final TileCoordinate coordinate;
    private final byte[] octets;

    private Tile(TileCoordinate coordinate, byte[] octets) {
        this.coordinate = coordinate;
        this.octets = octets;
    }

    /**
     * Joins hashes into a tile.
     *
     * @throws IllegalArgumentException if they are not as many as the tile is wide
     */
    public static Tile of(TileCoordinate coordinate, List<MerkleHash> hashes) {
        if (hashes.size() != coordinate.width()) {
            throw new IllegalArgumentException(hashes.size() + " hashes for " + coordinate.path());
        }
        byte[] octets = new byte[coordinate.length()];
        for (int i = 0; i < hashes.size(); i++) {
            hashes.get(i).copyTo(octets, i * MerkleHash.SIZE);
        }
        return new Tile(coordinate, octets);
    }

    /**
     * Reads a tile of exactly the coordinate's width.
     *
     * @throws LogFormatException if there are fewer or more octets
     */
    public static Tile decode(TileCoordinate coordinate, byte[] octets) throws LogFormatException {
        if (octets.length != coordinate.length()) {
            throw new LogFormatException("the tile " + coordinate.path() + " has " + octets.length + " octets");
        }
        return new Tile(coordinate, octets.clone());
    }

    /** Returns the place of the tile. */
    public TileCoordinate coordinate() {
        return coordinate;
    }

    /** Returns one hash, counted from 0. */
    public MerkleHash hash(int i) {
        return MerkleHash.of(octets, i * MerkleHash.SIZE);
    }

    /** Returns all hashes. */
    public List<MerkleHash> hashes() {
        List<MerkleHash> hashes = new ArrayList<>();
        for (int i = 0; i < coordinate.width(); i++) {
            hashes.add(hash(i));
        }
        return hashes;
    }

    /** Returns a copy of the octets to write. */
    public byte[] toByteArray() {
        return octets.clone();
    }

    @Override
    public String toString() {
        return "Tile[" + coordinate.path() + "]";
    }
}
