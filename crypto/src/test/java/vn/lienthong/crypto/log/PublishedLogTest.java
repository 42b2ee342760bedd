package vn.lienthong.crypto.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A log that Tessera wrote: its checkpoints, tiles and bundles are read, and written again octet for octet. */
class PublishedLogTest {

    private static final Path LOG = Path.of("src/test/resources/vectors/tlog");
    private static final String KEY = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx";
    private static final int SIZE = 15;

    private static byte[] file(String path) throws IOException {
        return Files.readAllBytes(LOG.resolve(path));
    }

    private static Checkpoint checkpoint(String name) throws IOException {
        SignedNote note = SignedNote.parse(file(name));
        assertThat(note.verify(List.of(VerifierKey.parse(KEY)))).isInstanceOf(NoteCheck.Verified.class);
        assertThat(note.encode()).isEqualTo(file(name));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(checkpoint.text()).isEqualTo(note.text());
        assertThat(checkpoint.origin()).isEqualTo("example.com/log/testdata");
        return checkpoint;
    }

    @Test
    void agreesOnEveryCheckpointTileAndBundle() throws IOException {
        TileWriter writer = TileWriter.create();
        assertThat(checkpoint("checkpoint.0").head()).isEqualTo(writer.head());
        List<byte[]> all = EntryBundle.decode(file(new BundleCoordinate(0, SIZE).path()), SIZE);
        for (int size = 1; size <= SIZE; size++) {
            byte[] bundle = file(new BundleCoordinate(0, size).path());
            assertThat(EntryBundle.encode(all.subList(0, size))).isEqualTo(bundle);
            writer.append(MerkleHash.leaf(all.get(size - 1)));
            Tile tile = writer.takeTiles().getFirst();
            assertThat(tile.toByteArray()).isEqualTo(file(tile.coordinate().path()));
            assertThat(checkpoint("checkpoint." + size).head()).isEqualTo(writer.head());
        }
        assertThat(checkpoint("checkpoint").head()).isEqualTo(writer.head());
    }

    @Test
    void provesEntriesAndGrowthFromItsTiles() throws IOException {
        TileReader tiles = tile -> file(tile.path());
        Checkpoint last = checkpoint("checkpoint");
        List<byte[]> entries = EntryBundle.decode(file("tile/entries/000.p/15"), SIZE);
        for (int i = 0; i < SIZE; i++) {
            assertThat(InclusionProof.build(i, SIZE, tiles).check(MerkleHash.leaf(entries.get(i)), last.root()))
                    .isEqualTo(ProofCheck.VALID);
        }
        for (int size = 0; size <= SIZE; size++) {
            Checkpoint old = checkpoint("checkpoint." + size);
            assertThat(ConsistencyProof.build(size, SIZE, tiles).check(old.root(), last.root()))
                    .isEqualTo(ProofCheck.VALID);
        }
    }

    @Test
    void rejectsEveryChangedCheckpoint() throws IOException {
        byte[] good = file("checkpoint");
        VerifierKey key = VerifierKey.parse(KEY);
        for (int at = 0; at < good.length; at++) {
            byte[] bad = good.clone();
            bad[at] ^= 1;
            assertThat(isAccepted(bad, key)).as("octet " + at).isFalse();
        }
        String text = new String(good, StandardCharsets.UTF_8);
        assertThat(isAccepted(text.replace("\n15\n", "\n15\nextension\n").getBytes(StandardCharsets.UTF_8), key))
                .isFalse();
    }

    private static boolean isAccepted(byte[] checkpoint, VerifierKey key) {
        try {
            SignedNote note = SignedNote.parse(checkpoint);
            Checkpoint parsed = Checkpoint.parse(note.text());
            return note.verify(List.of(key)) instanceof NoteCheck.Verified && parsed.size() == SIZE;
        } catch (LogFormatException e) {
            return false;
        }
    }
}
