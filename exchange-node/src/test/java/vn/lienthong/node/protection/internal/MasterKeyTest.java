package vn.lienthong.node.protection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.protection.KeyRotation;
import vn.lienthong.node.protection.MasterKeyState.Origin;
import vn.lienthong.node.testing.TestDirectories;

class MasterKeyTest {

    private final Site site = new Site(new MemoryRows());

    private Map<String, String> content() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(site.root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(file.toString(), Sha256.of(Files.readAllBytes(file)).hex());
            }
        }
        return digests;
    }

    @Test
    void isDrawnInTheDataDirectoryWhenNobodyNamesAPlaceAndSaysSo() throws IOException {
        LocalKeys keys = site.local();
        assertThat(keys.master().origin()).isEqualTo(Origin.DATA_DIRECTORY);
        assertThat(keys.master().outsideDataDirectory()).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(site.secret("master-key"))))
                .isEqualTo("r--------");
    }

    @Test
    void fromAFileElsewhereNothingInTheDataDirectoryIsTheKey() throws IOException {
        Path file = site.outside();
        LocalKeys keys = site.local();
        assertThat(keys.master().origin()).isEqualTo(Origin.FILE);
        assertThat(keys.master().outsideDataDirectory()).isTrue();
        assertThat(site.secret("master-key")).doesNotExist();
        String digits = Files.readString(file).strip();
        try (Stream<Path> files = Files.walk(site.root)) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(one, StandardCharsets.ISO_8859_1)).doesNotContain(digits);
            }
        }
    }

    /** As systemd lays them: the directory closed for writing, the key readable for the service. */
    private void layCredential(String name) throws IOException {
        Path directory = TestDirectories.fresh("credentials");
        Path key = directory.resolve(name);
        site.lay(key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--r-----"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-x---"));
        site.credentials = directory.toString();
    }

    @Test
    void fromACredentialNothingInTheDataDirectoryIsTheKeyAndNoOtherIsDrawnWhenItIsMissing() throws IOException {
        layCredential(Site.CREDENTIAL);
        Site.Running running = site.start();
        assertThat(running.local().master().origin()).isEqualTo(Origin.CREDENTIAL);
        assertThat(site.secret("master-key")).doesNotExist();
        byte[] sealed = running.fields().seal("books", Site.ascii("1"), Site.ascii("subject"));
        assertThat(site.start().fields().open("books", Site.ascii("1"), sealed)).isEqualTo(Site.ascii("subject"));
        layCredential("of-another-service");
        Map<String, String> before = content();
        assertThatThrownBy(site::start)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("LT-9003");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void aCredentialIsRotatedByTheOneBesideIt() throws IOException {
        layCredential(Site.CREDENTIAL);
        byte[] sealed = site.start().fields().seal("books", Site.ascii("1"), Site.ascii("subject"));
        Path next = Path.of(site.credentials).resolve(Site.CREDENTIAL + ".next");
        Files.setPosixFilePermissions(next.getParent(), PosixFilePermissions.fromString("rwx------"));
        site.lay(next);
        assertThat(site.start().work().rotate(KeyRotation.What.MASTER_KEY))
                .isInstanceOf(KeyRotation.Outcome.Begun.class);
        Files.move(next, next.resolveSibling(Site.CREDENTIAL), StandardCopyOption.REPLACE_EXISTING);
        assertThat(site.start().fields().open("books", Site.ascii("1"), sealed)).isEqualTo(Site.ascii("subject"));
    }

    @Test
    void refusesAnotherMasterKeyBeforeAnythingIsTouched() throws IOException {
        Path file = site.outside();
        Site.Running running = site.start();
        byte[] sealed = running.fields().seal("books", Site.ascii("1"), Site.ascii("subject"));
        Map<String, String> before = content();
        site.lay(file);
        assertThatThrownBy(site::start)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("LT-9003")
                .hasMessageContaining("nothing was changed");
        assertThat(content()).isEqualTo(before);
        assertThat(sealed).isNotEmpty();
    }

    @Test
    void refusesADatabaseOfAnotherMasterKey() {
        site.outside();
        assertThat(site.start().fields().seal("books", Site.ascii("1"), Site.ascii("x")))
                .isNotEmpty();
        var rows = site.table.load();
        Site stranger = new Site(site.table);
        stranger.outside();
        assertThatThrownBy(stranger::start)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("the database");
        assertThat(site.table.load()).isEqualTo(rows);
    }

    @Test
    void drawsNoSecondOneWhenTheFirstIsMissing() throws IOException {
        assertThat(site.start()).isNotNull();
        Files.delete(site.secret("master-key"));
        assertThatThrownBy(site::local)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("missing");
        assertThat(site.secret("master-key")).doesNotExist();
    }

    @Test
    void refusesAKeyFileInTheDataDirectory() {
        site.masterKey = site.secret("mine");
        site.lay(site.secret("mine"));
        assertThatThrownBy(site::local)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("in the data directory");
    }

    @Test
    void refusesAKeyFileThatOthersMayRead() throws IOException {
        Path file = site.outside();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(site::local)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("0400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "zz0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"})
    void refusesWhatIsNoKey(String content) throws IOException {
        Path file = site.outside();
        Files.writeString(file, content);
        assertThatThrownBy(site::local)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("holds no key")
                .hasMessageNotContaining("0102030405");
    }

    @Test
    void takesTheSameKeyInEachForm() throws IOException {
        Path file = site.outside();
        byte[] octets = HexFormat.of().parseHex(Files.readString(file).strip());
        byte[] sealed = site.start().fields().seal("books", Site.ascii("1"), Site.ascii("subject"));
        Files.write(file, octets);
        assertThat(site.start().fields().open("books", Site.ascii("1"), sealed)).isEqualTo(Site.ascii("subject"));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(octets) + "\n");
        assertThat(site.start().fields().open("books", Site.ascii("1"), sealed)).isEqualTo(Site.ascii("subject"));
        assertThat(site.local().master().target().toString()).isEqualTo("[REDACTED]");
    }

    @Test
    void refusesDamagedDataKeys() throws IOException {
        assertThat(site.start()).isNotNull();
        Files.writeString(site.secret(FileRows.NAME), "master 0 nonsense\n");
        assertThatThrownBy(site::local)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("damaged");
    }
}
