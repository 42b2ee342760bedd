package vn.lienthong.node.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.crypto.log.LogKeys;
import vn.lienthong.node.platform.StartRefusedException;

class WitnessedLogsFileTest {

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void answersTheKeysOfNamedLogsOnly() throws IOException {
        LogKeys keys = LogKeys.generate("lienthong.vn/a");
        Path file = folder.resolve("witnessed");
        Files.writeString(
                file,
                "# the neighbour\n" + keys.verifierKeys().get(0).text() + "\n\n"
                        + keys.verifierKeys().get(1).text() + "\n");
        WitnessedLogsFile logs = WitnessedLogsFile.read(file);
        assertThat(logs.keysOf("lienthong.vn/a")).isEqualTo(keys.verifierKeys());
        assertThat(logs.keysOf("lienthong.vn/b")).isEmpty();
    }

    @Test
    void witnessesNothingWithoutAFile() throws IOException {
        assertThat(WitnessedLogsFile.read(folder.resolve("none")).keysOf("lienthong.vn/a"))
                .isEmpty();
    }

    @Test
    void refusesALineThatIsNoKey() throws IOException {
        Path file = Files.writeString(folder.resolve("witnessed"), "lienthong.vn/a+00000000+AAAA\n");
        assertThatThrownBy(() -> WitnessedLogsFile.read(file)).isInstanceOf(StartRefusedException.class);
    }
}
