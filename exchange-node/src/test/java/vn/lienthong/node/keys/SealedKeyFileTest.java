package vn.lienthong.node.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.testing.TestDirectories;

class SealedKeyFileTest {

    private static final byte[] SECRET = "a private key".getBytes(StandardCharsets.US_ASCII);

    private final DataDirectory data = open();

    private static DataDirectory open() {
        try {
            return DataDirectory.open(TestDirectories.fresh("vault"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void writes() throws IOException {
        vault().writeSealed("log-events", SECRET);
    }

    @AfterEach
    void releases() throws IOException {
        data.close();
    }

    private KeyVault vault() throws IOException {
        return KeyVault.at(data.root(), new SecureRandom());
    }

    private Path file(String name) {
        return data.keys().resolve(name + ".sealed");
    }

    @Test
    void readsWhatItWroteAndNothingElse() throws IOException {
        assertThat(vault().readSealed("log-events")).hasValue(SECRET);
        assertThat(vault().readSealed("log-others")).isEmpty();
    }

    @Test
    void hidesTheKeyFromWhoReadsTheDisk() throws IOException {
        assertThat(new String(Files.readAllBytes(file("log-events")), StandardCharsets.ISO_8859_1))
                .doesNotContain("private");
        assertThat(Files.getPosixFilePermissions(file("log-events")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void refusesAFileUnderAnotherName() throws IOException {
        Files.copy(file("log-events"), file("witness"));
        assertThatThrownBy(() -> vault().readSealed("witness")).isInstanceOf(IOException.class);
    }

    @Test
    void refusesADamagedFile() throws IOException {
        byte[] octets = Files.readAllBytes(file("log-events"));
        octets[octets.length - 1] ^= 1;
        Files.write(file("log-events"), octets);
        assertThatThrownBy(() -> vault().readSealed("log-events")).isInstanceOf(IOException.class);
    }
}
