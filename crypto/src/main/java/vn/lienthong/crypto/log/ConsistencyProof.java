package vn.lienthong.crypto.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that a tree is the beginning of a later one (RFC 6962 §2.1.2).
 *
 * @param oldSize number of leaves of the earlier tree
 * @param newSize number of leaves of the later tree
 * @param path hashes of the proof; none when the sizes are equal or the earlier tree is empty
 */
public record ConsistencyProof(long oldSize, long newSize, List<MerkleHash> path) {

    /** The most hashes of a proof. */
    public static final int MAX_PATH = 63;

    /** Copies the path. */
    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /**
     * Builds the proof from the tiles of the later tree.
     *
     * @throws IllegalArgumentException if the sizes are not in order
     * @throws IOException if a tile cannot be read or is too short
     */
    public static ConsistencyProof build(long oldSize, long newSize, TileReader tiles) throws IOException {
        if (oldSize < 0 || oldSize > newSize) {
            throw new IllegalArgumentException("no tree grows from " + oldSize + " to " + newSize + " leaves");
        }
        return new ConsistencyProof(oldSize, newSize, new TileTree(newSize, tiles).consistency(oldSize));
    }

    /** Checks the proof for two roots. */
    public ProofCheck check(MerkleHash oldRoot, MerkleHash newRoot) {
        if (oldSize < 0 || oldSize > newSize) {
            return ProofCheck.IMPOSSIBLE;
        }
        if (oldSize == 0 || oldSize == newSize) {
            return checkWithoutPath(oldRoot, newRoot);
        }
        List<MerkleHash> hashes = new ArrayList<>(path);
        if (Long.bitCount(oldSize) == 1) {
            hashes.addFirst(oldRoot);
        }
        return hashes.isEmpty() ? ProofCheck.IMPOSSIBLE : climb(hashes, oldRoot, newRoot);
    }

    private ProofCheck checkWithoutPath(MerkleHash oldRoot, MerkleHash newRoot) {
        if (!path.isEmpty()) {
            return ProofCheck.IMPOSSIBLE;
        }
        boolean oldHolds = oldSize > 0 || oldRoot.equals(MerkleHash.emptyRoot());
        boolean newHolds = oldSize < newSize || oldRoot.equals(newRoot);
        return oldHolds && newHolds ? ProofCheck.VALID : ProofCheck.OTHER_ROOT;
    }

    private ProofCheck climb(List<MerkleHash> hashes, MerkleHash oldRoot, MerkleHash newRoot) {
        TreeHasher hasher = new TreeHasher();
        PathWalk walk = new PathWalk(oldSize - 1, newSize - 1);
        walk.skipRightChildren();
        MerkleHash before = hashes.getFirst();
        MerkleHash after = before;
        for (MerkleHash sibling : hashes.subList(1, hashes.size())) {
            if (walk.isAtRoot()) {
                return ProofCheck.IMPOSSIBLE;
            }
            if (walk.isRightOf()) {
                before = hasher.node(sibling, before);
                after = hasher.node(sibling, after);
            } else {
                after = hasher.node(after, sibling);
            }
            walk.up();
        }
        if (!walk.isAtRoot()) {
            return ProofCheck.IMPOSSIBLE;
        }
        return before.equals(oldRoot) && after.equals(newRoot) ? ProofCheck.VALID : ProofCheck.OTHER_ROOT;
    }
}
