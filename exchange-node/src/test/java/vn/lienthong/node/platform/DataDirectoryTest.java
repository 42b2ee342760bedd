package vn.lienthong.node.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path parent = Path.of("unset");

    @Test
    void belongsToItsOwnerAlone() throws IOException {
        try (DataDirectory data = DataDirectory.open(parent.resolve("a/b"))) {
            for (Path part : new Path[] {data.root(), data.database(), data.keys(), data.payloads(), data.secrets()}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(part)))
                        .isEqualTo("rwx------");
            }
        }
    }

    @Test
    void takesAwayWhatOthersWereAllowed() throws IOException {
        Path logs = Files.createDirectories(parent.resolve("logs"));
        Files.setPosixFilePermissions(logs, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (DataDirectory data = DataDirectory.open(parent)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.logs())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isHeldByOneProcessAtATime() throws IOException {
        try (DataDirectory held = DataDirectory.open(parent)) {
            assertThatThrownBy(() -> DataDirectory.open(parent))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining(held.root().toString());
        }
        DataDirectory.open(parent).close();
    }
}
