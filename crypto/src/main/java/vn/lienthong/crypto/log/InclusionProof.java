package vn.lienthong.crypto.log;

import java.io.IOException;
import java.util.List;

/**
 * Proves that an entry is in a tree (RFC 6962 §2.1.1).
 *
 * @param index place of the entry, from 0
 * @param size number of leaves of the tree
 * @param path hashes from the leaf's sibling to the root's child
 */
public record InclusionProof(long index, long size, List<MerkleHash> path) {

    /** The most hashes of a proof. */
    public static final int MAX_PATH = 63;

    /** Copies the path. */
    public InclusionProof {
        path = List.copyOf(path);
    }

    /**
     * Builds the proof from tiles; reads at most one tile per level and 256-fold of leaves, and no entries.
     *
     * @throws IllegalArgumentException if the tree has no such leaf
     * @throws IOException if a tile cannot be read or is too short
     */
    public static InclusionProof build(long index, long size, TileReader tiles) throws IOException {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        return new InclusionProof(index, size, new TileTree(size, tiles).inclusion(index));
    }

    /** Checks the proof for a leaf and a root that the caller trusts. */
    public ProofCheck check(MerkleHash leafHash, MerkleHash root) {
        if (index < 0 || index >= size) {
            return ProofCheck.IMPOSSIBLE;
        }
        TreeHasher hasher = new TreeHasher();
        PathWalk walk = new PathWalk(index, size - 1);
        MerkleHash hash = leafHash;
        for (MerkleHash sibling : path) {
            if (walk.isAtRoot()) {
                return ProofCheck.IMPOSSIBLE;
            }
            hash = walk.isRightOf() ? hasher.node(sibling, hash) : hasher.node(hash, sibling);
            walk.up();
        }
        if (!walk.isAtRoot()) {
            return ProofCheck.IMPOSSIBLE;
        }
        return hash.equals(root) ? ProofCheck.VALID : ProofCheck.OTHER_ROOT;
    }
}
