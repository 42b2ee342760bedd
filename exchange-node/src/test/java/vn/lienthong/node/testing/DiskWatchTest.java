package vn.lienthong.node.testing;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskWatchTest {

    private static final String TEXT = "before " + Marks.PHRASE + " after";

    private final Path directory;
    private final DiskWatch watch;

    DiskWatchTest(@TempDir Path directory) throws IOException {
        this.directory = directory;
        this.watch = DiskWatch.of(List.of(directory), path -> path.endsWith("db"));
        watch.during("this test");
    }

    @AfterEach
    void ends() throws IOException {
        watch.close();
    }

    @Test
    void findsAPlantedFileAndNamesTheTest() throws Exception {
        Files.writeString(directory.resolve("planted.tmp"), TEXT);
        assertThat(watch.found()).singleElement().asString().contains("planted.tmp", Marks.PHRASE, "this test");
        assertThat(watch.found()).isEmpty();
    }

    @Test
    void findsWhatLiesInDirectoriesThatAreNewThemselves() throws Exception {
        Path deep = Files.createDirectories(directory.resolve("a/b/c"));
        Files.write(deep.resolve("planted"), TEXT.getBytes(UTF_16LE));
        assertThat(watch.found()).hasSize(1);
    }

    @Test
    void findsWhatIsAddedToAFileThatItHasRead() throws Exception {
        Path log = Files.writeString(directory.resolve("log.json"), "nothing\n");
        assertThat(watch.found()).isEmpty();
        Files.writeString(log, TEXT, StandardOpenOption.APPEND);
        assertThat(watch.found()).hasSize(1);
    }

    @Test
    void findsAFileThatIsThereForAMomentOnly() throws Exception {
        List<String> found = new ArrayList<>();
        Instant end = InstantSource.system().instant().plus(Duration.ofSeconds(30));
        for (int i = 0; found.isEmpty() && InstantSource.system().instant().isBefore(end); i++) {
            Path file = Files.writeString(directory.resolve("moment-" + i), TEXT);
            Files.delete(file);
            found.addAll(watch.found());
        }
        assertThat(found).isNotEmpty();
    }

    @Test
    void saysNothingOfWhatLayThereBeforeAndFindsWhatIsAddedToIt() throws Exception {
        Path log = Files.writeString(directory.resolve("earlier.json"), TEXT + "\n".repeat(1000));
        try (DiskWatch later = DiskWatch.of(List.of(directory), _ -> false)) {
            assertThat(later.found()).isEmpty();
            Files.writeString(log, "more\n", StandardOpenOption.APPEND);
            assertThat(later.found()).isEmpty();
            Files.writeString(log, TEXT, StandardOpenOption.APPEND);
            assertThat(later.found()).hasSize(1);
        }
        assertThat(watch.found()).hasSize(1);
    }

    @Test
    void findsAPdfAtTheEndOfALargeFile() throws Exception {
        byte[] large = new byte[40 << 20];
        byte[] mark = "%PDF-1.7".getBytes(UTF_16LE);
        System.arraycopy(mark, 0, large, large.length - mark.length, mark.length);
        Files.write(directory.resolve("large"), large);
        assertThat(watch.found()).hasSize(1);
    }

    @Test
    void passesOverCiphertextAndTheDatabase() throws Exception {
        byte[] ciphertext = new byte[3 << 20];
        new Random(7).nextBytes(ciphertext);
        Files.write(directory.resolve("payload"), ciphertext);
        Path database = Files.createDirectory(directory.resolve("db"));
        Files.writeString(database.resolve("incoming.ibd"), TEXT);
        assertThat(watch.found()).isEmpty();
    }
}
