package vn.lienthong.crypto.log;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: the roots of the largest full subtrees, from left to right. It is all that is needed to append
 * and to tell the root, in at most 63 hashes. Not thread-safe.
 */
public final class MerkleFrontier {

    /** The largest state in octets: the size and 63 hashes. */
    public static final int MAX_STATE = Long.BYTES + 63 * MerkleHash.SIZE;

    private final TreeHasher hasher = new TreeHasher();
    private final List<MerkleHash> peaks = new ArrayList<>();
    private long size;

    /** Begins with the tree without leaves. */
    public MerkleFrontier() {}

    private MerkleFrontier(long size, List<MerkleHash> peaks) {
        this.size = size;
        this.peaks.addAll(peaks);
    }

    /**
     * Continues a tree.
     *
     * @param size number of leaves
     * @param peaks roots of its largest full subtrees, from left to right: one per set bit of the size
     * @throws IllegalArgumentException if the number of hashes does not fit the size
     */
    public static MerkleFrontier of(long size, List<MerkleHash> peaks) {
        if (size < 0 || peaks.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException(peaks.size() + " hashes do not describe a tree of " + size + " leaves");
        }
        return new MerkleFrontier(size, peaks);
    }

    /**
     * Continues a tree from the state that {@link #toByteArray} wrote.
     *
     * @throws LogFormatException if it is not such a state
     */
    public static MerkleFrontier ofState(byte[] state) throws LogFormatException {
        if (state.length < Long.BYTES || state.length > MAX_STATE) {
            throw new LogFormatException("not the state of a tree");
        }
        long size = ByteBuffer.wrap(state).getLong();
        if (size < 0 || state.length != Long.BYTES + Long.bitCount(size) * MerkleHash.SIZE) {
            throw new LogFormatException("the state of a tree does not fit its size");
        }
        List<MerkleHash> peaks = new ArrayList<>();
        for (int at = Long.BYTES; at < state.length; at += MerkleHash.SIZE) {
            peaks.add(MerkleHash.of(state, at));
        }
        return new MerkleFrontier(size, peaks);
    }

    /** Returns the root of the tree over these leaf hashes. */
    public static MerkleHash rootOf(Iterable<MerkleHash> leafHashes) {
        MerkleFrontier tree = new MerkleFrontier();
        leafHashes.forEach(tree::append);
        return tree.root();
    }

    /**
     * Appends a leaf.
     *
     * @param leafHash hash of the entry, see {@link MerkleHash#leaf}
     */
    public void append(MerkleHash leafHash) {
        append(leafHash, (level, index, hash) -> {});
    }

    /**
     * Appends a leaf and reports every hash that belongs into a tile: the leaf itself, and the root of each tile that became full.
     *
     * @param leafHash hash of the entry
     * @param sink takes the hashes, lowest level first
     */
    public void append(MerkleHash leafHash, Sink sink) {
        MerkleHash hash = leafHash;
        long index = size;
        sink.hash(0, index, hash);
        for (int height = 1; (index & 1) == 1; height++) {
            hash = hasher.node(peaks.removeLast(), hash);
            index >>= 1;
            if (height % TileCoordinate.HEIGHT == 0) {
                sink.hash(height / TileCoordinate.HEIGHT, index, hash);
            }
        }
        peaks.add(hash);
        size++;
    }

    /** Returns the number of leaves. */
    public long size() {
        return size;
    }

    /** Returns the root of the tree. */
    public MerkleHash root() {
        if (peaks.isEmpty()) {
            return MerkleHash.emptyRoot();
        }
        MerkleHash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = hasher.node(peaks.get(i), root);
        }
        return root;
    }

    /** Returns size and root together. */
    public TreeHead head() {
        return new TreeHead(size, root());
    }

    /** Returns the roots of the largest full subtrees, from left to right. */
    public List<MerkleHash> peaks() {
        return List.copyOf(peaks);
    }

    /** Returns an independent copy. */
    public MerkleFrontier copy() {
        return new MerkleFrontier(size, peaks);
    }

    /** Returns the state for keeping: u64 size, then the hashes. */
    public byte[] toByteArray() {
        ByteBuffer state = ByteBuffer.allocate(Long.BYTES + peaks.size() * MerkleHash.SIZE);
        state.putLong(size);
        peaks.forEach(peak -> state.put(peak.toByteArray()));
        return state.array();
    }

    /** Takes the hashes that belong into tiles. */
    @FunctionalInterface
    public interface Sink {

        /**
         * Takes one hash.
         *
         * @param level level of the tile
         * @param index place of the hash on that level, counted over all its tiles
         * @param hash root of the subtree of 256^level leaves
         */
        void hash(int level, long index, MerkleHash hash);
    }
}
