package vn.lienthong.node.protection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.Secret;
import vn.lienthong.node.platform.SecretFile;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.protection.LocalSecrets;

class SealedFilesTest {

    private static final String NAME = "secrets/webhook-key";
    private static final String READABLE = "a-secret-that-an-older-version-left";

    private final Site site = new Site(new MemoryRows());

    private LocalSecrets secrets(CrashPoints crash) {
        return site.local().secrets(crash);
    }

    private void leavesReadable(String text) throws IOException {
        new SecretFile(site.root.resolve(NAME)).write(new Secret(text));
    }

    private void requireNothingReadable() throws IOException {
        try (Stream<Path> files = Files.walk(site.root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(READABLE);
            }
        }
    }

    @Test
    void drawsASecretOnceAndReadsItAgain() throws IOException {
        String drawn = secrets(CrashPoints.none()).readOrDraw(NAME, 32).reveal();
        assertThat(drawn).hasSize(43);
        assertThat(secrets(CrashPoints.none()).readOrDraw(NAME, 32).reveal()).isEqualTo(drawn);
        assertThat(secrets(CrashPoints.none()).read("secrets/kept-form-key")).isEmpty();
        assertThat(site.root.resolve(NAME)).doesNotExist();
    }

    @Test
    void sealsWhatAnOlderVersionLeftReadable() throws IOException {
        leavesReadable(READABLE);
        assertThat(secrets(CrashPoints.none()).readOrDraw(NAME, 32).reveal()).isEqualTo(READABLE);
        requireNothingReadable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"protection.migration-begins", "protection.sealed-beside", "protection.readable-erased"})
    void losesNothingWhenItIsKilledOnTheWay(String place) throws IOException {
        leavesReadable(READABLE);
        LocalSecrets killed = secrets(Site.killedAt(place));
        assertThatThrownBy(() -> killed.readOrDraw(NAME, 32)).isInstanceOf(Site.Killed.class);
        assertThat(secrets(CrashPoints.none()).readOrDraw(NAME, 32).reveal()).isEqualTo(READABLE);
        requireNothingReadable();
    }

    @Test
    void endsAnErasureThatWasBrokenOff() throws IOException {
        leavesReadable(READABLE);
        assertThat(secrets(CrashPoints.none()).read(NAME)).isPresent();
        Path aside = site.root.resolve(NAME + ".removed");
        Files.writeString(aside, READABLE);
        assertThat(secrets(CrashPoints.none()).read(NAME).orElseThrow().reveal())
                .isEqualTo(READABLE);
        assertThat(aside).doesNotExist();
    }

    @Test
    void refusesTwoSecretsOfOneName() throws IOException {
        assertThat(secrets(CrashPoints.none()).readOrDraw(NAME, 32)).isNotNull();
        leavesReadable(READABLE);
        assertThatThrownBy(() -> secrets(CrashPoints.none()).read(NAME)).isInstanceOf(StartRefusedException.class);
        assertThat(site.root.resolve(NAME)).exists();
    }

    @Test
    void opensASecretUnderItsOwnNameOnly() throws IOException {
        assertThat(secrets(CrashPoints.none()).readOrDraw(NAME, 32)).isNotNull();
        Files.copy(site.root.resolve(NAME + ".protected"), site.secret("kept-form-key.protected"));
        assertThatThrownBy(() -> secrets(CrashPoints.none()).read("secrets/kept-form-key"))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secrets/../keys/x", "payloads/x", "secrets/X", "/etc/passwd", ""})
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> secrets(CrashPoints.none()).read(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
