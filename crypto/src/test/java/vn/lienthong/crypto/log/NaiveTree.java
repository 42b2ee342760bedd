package vn.lienthong.crypto.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.crypto.Digest;

/** The definitions of RFC 6962 §2.1, written down as they stand there, to compare with. */
final class NaiveTree {

    private NaiveTree() {}

    static List<MerkleHash> leaves(int count) {
        List<MerkleHash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(MerkleHash.of(Digest.sha256(new byte[] {0}, entry(i)).toByteArray()));
        }
        return leaves;
    }

    static byte[] entry(long number) {
        return ("entry " + number).getBytes(StandardCharsets.UTF_8);
    }

    static MerkleHash root(List<MerkleHash> leaves) {
        return switch (leaves.size()) {
            case 0 -> MerkleHash.of(Digest.sha256().toByteArray());
            case 1 -> leaves.getFirst();
            default -> node(root(left(leaves)), root(right(leaves)));
        };
    }

    static List<MerkleHash> path(int index, List<MerkleHash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int split = left(leaves).size();
        return index < split
                ? and(path(index, left(leaves)), root(right(leaves)))
                : and(path(index - split, right(leaves)), root(left(leaves)));
    }

    static List<MerkleHash> consistency(int old, List<MerkleHash> leaves) {
        return old == 0 ? List.of() : subProof(old, leaves, true);
    }

    private static List<MerkleHash> subProof(int old, List<MerkleHash> leaves, boolean complete) {
        if (old == leaves.size()) {
            return complete ? List.of() : List.of(root(leaves));
        }
        int split = left(leaves).size();
        return old <= split
                ? and(subProof(old, left(leaves), complete), root(right(leaves)))
                : and(subProof(old - split, right(leaves), false), root(left(leaves)));
    }

    private static List<MerkleHash> left(List<MerkleHash> leaves) {
        return leaves.subList(0, Integer.highestOneBit(leaves.size() - 1));
    }

    private static List<MerkleHash> right(List<MerkleHash> leaves) {
        return leaves.subList(Integer.highestOneBit(leaves.size() - 1), leaves.size());
    }

    private static List<MerkleHash> and(List<MerkleHash> list, MerkleHash last) {
        List<MerkleHash> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static MerkleHash node(MerkleHash left, MerkleHash right) {
        return MerkleHash.of(Digest.sha256(new byte[] {1}, left.toByteArray(), right.toByteArray())
                .toByteArray());
    }
}
