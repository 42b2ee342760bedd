package vn.lienthong.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, tiles and bundles. */
class TilesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 0, 1, tile/0/000.p/1",
        "1, 1234067, 256, tile/1/x001/x234/067",
        "2, 1000, 255, tile/2/x001/000.p/255",
        "0, 36028797018963967, 256, tile/0/x036/x028/x797/x018/x963/967"
    })
    void writesAndReadsPaths(int level, long index, int width, String path) throws IOException {
        TileCoordinate tile = new TileCoordinate(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(TileCoordinate.parse(path)).isEqualTo(tile);
        String bundlePath = path.replaceFirst("tile/\\d/", "tile/entries/");
        assertThat(new BundleCoordinate(index, width).path()).isEqualTo(bundlePath);
        assertThat(BundleCoordinate.parse(bundlePath)).isEqualTo(new BundleCoordinate(index, width));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/",
                "tile/0",
                "tile/0/",
                "tile/0/0",
                "tile/0/00",
                "tile/0/0000",
                "tile/0/x000/001",
                "tile/0/x001",
                "tile/0/001/x001",
                "tile/0/1000",
                "tile/0/x1/000",
                "tile/00/000",
                "tile/8/000",
                "tile/-1/000",
                "tile/0/-01",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000.p/",
                "tile/0/000.p/1/",
                "tile/0/000.p",
                "/tile/0/000",
                "tile/0/../000",
                "tile/0/000\n",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999",
                "tile/0/٠٠٠"
            })
    void refusesOtherPaths(String path) {
        assertThatThrownBy(() -> TileCoordinate.parse(path)).isInstanceOf(LogFormatException.class);
        assertThatThrownBy(() -> BundleCoordinate.parse(path.replace("tile/0/", "tile/entries/x")))
                .isInstanceOf(LogFormatException.class);
    }

    @Test
    void tellsTilesFromBundles() {
        assertThatThrownBy(() -> TileCoordinate.parse("tile/entries/000")).isInstanceOf(LogFormatException.class);
        assertThatThrownBy(() -> BundleCoordinate.parse("tile/0/000")).isInstanceOf(LogFormatException.class);
    }

    @Test
    void namesTheTilesOfTheSpecificationsExample() {
        List<TileCoordinate> tiles = new LogGrowth(0, 70_000).tiles();
        assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(tiles)
                .contains(
                        new TileCoordinate(0, 272, 256),
                        new TileCoordinate(0, 273, 112),
                        new TileCoordinate(1, 0, 256),
                        new TileCoordinate(1, 1, 17),
                        new TileCoordinate(2, 0, 1));
        assertThat(new LogGrowth(0, 256).tiles())
                .containsExactly(new TileCoordinate(0, 0, 256), new TileCoordinate(1, 0, 1));
        assertThat(new LogGrowth(250, 258).bundles())
                .containsExactly(new BundleCoordinate(0, 256), new BundleCoordinate(1, 2));
        assertThat(new LogGrowth(5, 5).tiles()).isEmpty();
        assertThat(new LogGrowth(5, 5).bundles()).isEmpty();
        assertThatThrownBy(() -> new LogGrowth(5, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100, 255, 256, 257, 1000})
    void writesExactlyTheTilesThatAGrowthRequires(int step) throws IOException {
        List<MerkleHash> leaves = NaiveTree.leaves(2_000);
        MemoryTiles tiles = new MemoryTiles();
        TileWriter writer = TileWriter.create();
        for (int from = 0; from + step <= leaves.size(); from += step) {
            leaves.subList(from, from + step).forEach(writer::append);
            List<Tile> written = writer.takeTiles();
            assertThat(written.stream().map(Tile::coordinate))
                    .containsExactlyInAnyOrderElementsOf(new LogGrowth(from, from + step).tiles());
            tiles.write(written);
            assertThat(TreeTiles.root(from + step, tiles))
                    .isEqualTo(writer.head().root());
            writer = TileWriter.resume(from + step, tiles);
        }
    }

    @Test
    void refusesTilesOfAnotherLength() {
        TileCoordinate at = new TileCoordinate(0, 0, 2);
        assertThatThrownBy(() -> Tile.decode(at, new byte[63])).isInstanceOf(LogFormatException.class);
        assertThatThrownBy(() -> Tile.decode(at, new byte[65])).isInstanceOf(LogFormatException.class);
        assertThatThrownBy(() -> TreeTiles.root(2, tile -> new byte[63])).isInstanceOf(LogFormatException.class);
        assertThatThrownBy(() -> TileWriter.resume(2, tile -> new byte[0])).isInstanceOf(LogFormatException.class);
    }

    @Test
    void writesAndReadsBundles() throws IOException {
        List<byte[]> entries = List.of(new byte[0], new byte[] {1, 2, 3}, new byte[EntryBundle.MAX_ENTRY]);
        byte[] bundle = EntryBundle.encode(entries);
        assertThat(bundle).hasSize(6 + 3 + 65_535).startsWith(0, 0, 0, 3, 1, 2, 3, 0xff, 0xff);
        assertThat(EntryBundle.decode(bundle, 3)).usingRecursiveComparison().isEqualTo(entries);
    }

    @Test
    void refusesDamagedBundles() {
        byte[] bundle = EntryBundle.encode(List.of(new byte[] {1}, new byte[] {2}));
        for (int length = 0; length < bundle.length; length++) {
            byte[] cut = Arrays.copyOf(bundle, length);
            assertThatThrownBy(() -> EntryBundle.decode(cut, 2)).isInstanceOf(LogFormatException.class);
        }
        assertThatThrownBy(() -> EntryBundle.decode(Arrays.copyOf(bundle, bundle.length + 1), 2))
                .isInstanceOf(LogFormatException.class);
        assertThatThrownBy(() -> EntryBundle.decode(bundle, 1)).isInstanceOf(LogFormatException.class);
        assertThatThrownBy(() -> EntryBundle.decode(bundle, 3)).isInstanceOf(LogFormatException.class);
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryBundle.encode(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsTheBundleOfAnEntry() {
        assertThat(BundleCoordinate.holding(255, 300)).isEqualTo(new BundleCoordinate(0, 256));
        assertThat(BundleCoordinate.holding(256, 300)).isEqualTo(new BundleCoordinate(1, 44));
        assertThatThrownBy(() -> BundleCoordinate.holding(300, 300)).isInstanceOf(IllegalArgumentException.class);
    }
}
