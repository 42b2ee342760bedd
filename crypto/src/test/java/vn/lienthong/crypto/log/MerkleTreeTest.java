package vn.lienthong.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tree, tiles and proofs against the definitions of RFC 6962. */
class MerkleTreeTest {

    private static final int LARGEST = 600;
    private static final List<MerkleHash> LEAVES = NaiveTree.leaves(LARGEST);

    /** The leaves and roots that every implementation of Certificate Transparency is tested with. */
    private static final List<String> CLASSIC_LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> CLASSIC_ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void hasTheClassicRoots() {
        MerkleFrontier tree = new MerkleFrontier();
        assertThat(tree.root().toHex()).isEqualTo(CLASSIC_ROOTS.getFirst());
        for (int i = 0; i < CLASSIC_LEAVES.size(); i++) {
            tree.append(MerkleHash.leaf(HexFormat.of().parseHex(CLASSIC_LEAVES.get(i))));
            assertThat(tree.root().toHex()).isEqualTo(CLASSIC_ROOTS.get(i + 1));
        }
    }

    @Test
    void hasTheRootOfTheDefinitionAtEverySize() throws IOException {
        MerkleFrontier tree = new MerkleFrontier();
        for (int size = 0; size <= LARGEST; size++) {
            MerkleHash expected = NaiveTree.root(LEAVES.subList(0, size));
            assertThat(tree.root()).isEqualTo(expected);
            assertThat(MerkleFrontier.ofState(tree.toByteArray()).root()).isEqualTo(expected);
            assertThat(MerkleFrontier.rootOf(LEAVES.subList(0, size))).isEqualTo(expected);
            assertThat(TreeTiles.root(size, MemoryTiles.of(LEAVES.subList(0, size))))
                    .isEqualTo(expected);
            if (size < LARGEST) {
                tree.append(LEAVES.get(size));
            }
        }
    }

    @Test
    void provesEveryLeafOfEverySize() throws IOException {
        MerkleFrontier tree = new MerkleFrontier();
        for (int size = 1; size <= LARGEST; size++) {
            tree.append(LEAVES.get(size - 1));
            MemoryTiles tiles = MemoryTiles.of(LEAVES.subList(0, size));
            int good = 0;
            for (int leaf = 0; leaf < size; leaf++) {
                InclusionProof proof = InclusionProof.build(leaf, size, tiles);
                boolean proven = proof.check(LEAVES.get(leaf), tree.root()) == ProofCheck.VALID;
                boolean other = proof.check(LEAVES.get((leaf + 1) % LARGEST), tree.root()) == ProofCheck.OTHER_ROOT;
                good += proven && other ? 1 : 0;
            }
            assertThat(good).isEqualTo(size);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 255, 256, 257, 300, 511, 512, 513, 600})
    void buildsTheProofsOfTheDefinition(int size) throws IOException {
        List<MerkleHash> leaves = LEAVES.subList(0, size);
        MemoryTiles tiles = MemoryTiles.of(leaves);
        for (int i = 0; i < size; i++) {
            assertThat(InclusionProof.build(i, size, tiles).path()).isEqualTo(NaiveTree.path(i, leaves));
        }
        for (int old = 0; old <= size; old++) {
            assertThat(ConsistencyProof.build(old, size, tiles).path()).isEqualTo(NaiveTree.consistency(old, leaves));
        }
    }

    @Test
    void provesThatEverySizeGrewFromSampledEarlierOnes() throws IOException {
        List<MerkleHash> roots = new ArrayList<>();
        MerkleFrontier tree = new MerkleFrontier();
        roots.add(tree.root());
        for (MerkleHash leaf : LEAVES) {
            tree.append(leaf);
            roots.add(tree.root());
        }
        for (int size = 0; size <= LARGEST; size++) {
            MemoryTiles tiles = MemoryTiles.of(LEAVES.subList(0, size));
            for (int old = size % 7; old <= size; old += old < 16 ? 1 : 7) {
                ConsistencyProof proof = ConsistencyProof.build(old, size, tiles);
                assertThat(proof.check(roots.get(old), roots.get(size))).isEqualTo(ProofCheck.VALID);
                assertThat(proof.check(roots.get(old == 0 ? 1 : old - 1), roots.get(size)))
                        .isEqualTo(ProofCheck.OTHER_ROOT);
            }
        }
    }

    @Test
    void refusesEveryChangedProof() throws IOException {
        List<MerkleHash> leaves = LEAVES.subList(0, 300);
        MerkleHash root = NaiveTree.root(leaves);
        InclusionProof good = InclusionProof.build(123, 300, MemoryTiles.of(leaves));
        for (int i = 0; i < good.path().size(); i++) {
            List<MerkleHash> changed = new ArrayList<>(good.path());
            changed.set(i, flipped(changed.get(i)));
            assertThat(new InclusionProof(123, 300, changed).check(leaves.get(123), root))
                    .isEqualTo(ProofCheck.OTHER_ROOT);
            changed.remove(i);
            assertThat(new InclusionProof(123, 300, changed).check(leaves.get(123), root))
                    .isEqualTo(ProofCheck.IMPOSSIBLE);
        }
        List<MerkleHash> longer = new ArrayList<>(good.path());
        longer.add(root);
        assertThat(new InclusionProof(123, 300, longer).check(leaves.get(123), root))
                .isEqualTo(ProofCheck.IMPOSSIBLE);
        for (long index : new long[] {-1, 300, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThat(new InclusionProof(index, 300, good.path()).check(leaves.get(123), root))
                    .isEqualTo(ProofCheck.IMPOSSIBLE);
        }
    }

    @Test
    void refusesImpossibleConsistency() {
        MerkleHash root = MerkleHash.emptyRoot();
        assertThat(new ConsistencyProof(2, 1, List.of()).check(root, root)).isEqualTo(ProofCheck.IMPOSSIBLE);
        assertThat(new ConsistencyProof(-1, 1, List.of()).check(root, root)).isEqualTo(ProofCheck.IMPOSSIBLE);
        assertThat(new ConsistencyProof(3, 7, List.of()).check(root, root)).isEqualTo(ProofCheck.IMPOSSIBLE);
        assertThat(new ConsistencyProof(0, 7, List.of(root)).check(root, root)).isEqualTo(ProofCheck.IMPOSSIBLE);
        assertThat(new ConsistencyProof(5, 5, List.of(root)).check(root, root)).isEqualTo(ProofCheck.IMPOSSIBLE);
        assertThat(new ConsistencyProof(0, 7, List.of()).check(LEAVES.getFirst(), root))
                .isEqualTo(ProofCheck.OTHER_ROOT);
    }

    @Test
    void readsFewTilesForAProof() throws IOException {
        TileWriter writer = TileWriter.create();
        MerkleHash leaf = MerkleHash.leaf(new byte[0]);
        for (int i = 0; i < 70_000; i++) {
            writer.append(leaf);
        }
        MemoryTiles tiles = new MemoryTiles();
        tiles.write(writer.takeTiles());
        InclusionProof proof = InclusionProof.build(40_000, 70_000, tiles);
        assertThat(proof.check(leaf, writer.head().root())).isEqualTo(ProofCheck.VALID);
        assertThat(tiles.reads()).isLessThanOrEqualTo(6);
    }

    @Test
    void refusesStatesThatDoNotFitTheirSize() {
        MerkleFrontier tree = new MerkleFrontier();
        LEAVES.subList(0, 5).forEach(tree::append);
        byte[] state = tree.toByteArray();
        byte[] otherSize = state.clone();
        otherSize[7] = 7;
        byte[] negative = state.clone();
        negative[0] = (byte) 0x80;
        for (byte[] bad : List.of(
                new byte[0], new byte[7], Arrays.copyOf(state, 40), Arrays.copyOf(state, 73), otherSize, negative)) {
            assertThatThrownBy(() -> MerkleFrontier.ofState(bad)).isInstanceOf(LogFormatException.class);
        }
        assertThatThrownBy(() -> MerkleFrontier.of(3, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static MerkleHash flipped(MerkleHash hash) {
        byte[] octets = hash.toByteArray();
        octets[5] ^= 1;
        return MerkleHash.of(octets);
    }
}
