package vn.lienthong.node.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    @TempDir
    private Path directory = Path.of("unset");

    private Path file = Path.of("unset");

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("secret");
    }

    @Test
    void keepsWhatItDrewForItsOwnerOnly() throws IOException {
        Secret drawn = new SecretFile(file).readOrCreate(24, new SecureRandom());
        assertThat(drawn.reveal()).hasSize(32).matches("[\\w-]+");
        assertThat(new SecretFile(file).readOrCreate(24, new SecureRandom()).reveal())
                .isEqualTo(drawn.reveal());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--------");
    }

    @Test
    void replacesTheSecret() throws IOException {
        new SecretFile(file).write(new Secret("one"));
        new SecretFile(file).write(new Secret("two"));
        assertThat(new SecretFile(file).read().reveal()).isEqualTo("two");
    }

    @Test
    void refusesAFileThatOthersMayRead() throws IOException {
        Files.writeString(file, "known to all");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> new SecretFile(file).read())
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("known to all");
    }

    @Test
    void refusesAFileThatIsTooLong() throws IOException {
        new SecretFile(file).write(new Secret("x".repeat(5000)));
        assertThatThrownBy(() -> new SecretFile(file).read()).isInstanceOf(IOException.class);
    }

    @Test
    void doesNotPrintTheSecret() {
        assertThat(new Secret("hidden").toString()).doesNotContain("hidden");
    }
}
