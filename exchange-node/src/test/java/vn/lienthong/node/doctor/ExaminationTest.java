package vn.lienthong.node.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.doctor.Finding.Grade;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.protection.LocalProtection;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestDirectories;

class ExaminationTest {

    private final SettableClock clock = new SettableClock();
    private final Map<String, Object> settings = new HashMap<>();
    private Path data = Path.of("");
    private Path machine = Path.of("");

    @BeforeEach
    void installs() throws IOException {
        data = TestDirectories.fresh("patient");
        machine = TestDirectories.fresh("machine");
        settings.put("lienthong.data", data.toString());
        try (DataDirectory directory = DataDirectory.open(data)) {
            assertThat(LocalProtection.secrets(directory.root(), new SecureRandom())
                            .readOrDraw("keys/password", 32))
                    .isNotNull();
        }
        onMachine("proc/swaps", "Filename\tType\tSize\n");
        onMachine("proc/self/limits", "Limit  Soft Limit  Hard Limit\nMax core file size        0     0     bytes\n");
        onMachine("proc/sys/kernel/core_pattern", "core\n");
        onMachine("run/systemd/timesync/synchronized", "");
    }

    private void onMachine(String file, String content) throws IOException {
        Path path = machine.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private List<Finding> examined() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        ConfigurationPropertySources.attach(environment);
        return new Examination(clock).of(environment, machine);
    }

    private Finding about(String subject) {
        return examined().stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> content() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(file.toString(), Sha256.of(Files.readAllBytes(file)).hex());
            }
        }
        return digests;
    }

    @Test
    void onlyReads() throws IOException {
        Files.writeString(data.resolve("secrets/webhook-key"), "left readable by an older version");
        Map<String, String> before = content();
        assertThat(examined()).isNotEmpty();
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void saysThatTheMasterKeyLiesInTheDataDirectoryAndWhatToDo() {
        Finding finding = about("master-key");
        assertThat(finding.grade()).isEqualTo(Grade.CARE);
        assertThat(finding.found().vietnamese()).contains("thư mục dữ liệu");
        assertThat(finding.todo().english()).contains("lienthong.master-key.file");
    }

    @Test
    void findsAWrongMasterKey() throws IOException {
        Path file = TestDirectories.fresh("outside").resolve("key");
        Files.writeString(file, HexFormat.of().formatHex(new byte[32]));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        Files.delete(data.resolve("secrets/master-key"));
        settings.put("lienthong.master-key.file", file.toString());
        assertThat(about("master-key").grade()).isEqualTo(Grade.WRONG);
        assertThat(about("master-key").found().english()).contains("LT-9003");
    }

    @Test
    void showsEachDataKeyWithItsAgeAndAdvisesToRenewAnOldOne() {
        assertThat(about("data-key").found().english()).contains("local-secrets, version 1");
        clock.advance(Duration.ofDays(40_000));
        assertThat(about("data-key").grade()).isEqualTo(Grade.CARE);
    }

    @Test
    void findsFilesThatOthersMayRead() throws IOException {
        assertThat(about("modes").grade()).isEqualTo(Grade.OK);
        Files.setPosixFilePermissions(
                data.resolve("secrets/protection-keys"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(about("modes").grade()).isEqualTo(Grade.WRONG);
        assertThat(about("modes").found().english()).contains("protection-keys");
    }

    @Test
    void namesEachSecretThatLiesReadable() throws IOException {
        Files.writeString(data.resolve("secrets/webhook-key"), "left readable");
        assertThat(examined())
                .filteredOn(finding -> finding.subject().equals("file") && finding.grade() == Grade.CARE)
                .extracting(finding -> finding.found().english())
                .anyMatch(text -> text.contains("webhook-key"))
                .anyMatch(text -> text.contains("master-key"))
                .noneMatch(text -> text.contains("password.protected"));
        assertThat(examined().toString()).doesNotContain("left readable\"");
    }

    @Test
    void judgesTheConnectionToTheDatabase() {
        assertThat(about("database").grade()).isEqualTo(Grade.OK);
        settings.put("lienthong.database.url", "jdbc:mariadb://db.example/lt");
        assertThat(about("database").grade()).isEqualTo(Grade.WRONG);
        settings.put("lienthong.database.url", "jdbc:mariadb://db.example/lt?sslMode=trust");
        assertThat(about("database").grade()).isEqualTo(Grade.WRONG);
        settings.put("lienthong.database.url", "jdbc:mariadb://db.example/lt?sslMode=verify-full");
        assertThat(about("database").grade()).isEqualTo(Grade.OK);
        settings.put("lienthong.database.url", "jdbc:mariadb://localhost.evil.example/lt");
        assertThat(about("database").grade()).isEqualTo(Grade.WRONG);
    }

    @Test
    void judgesTheMachine() throws IOException {
        assertThat(about("swap").grade()).isEqualTo(Grade.OK);
        assertThat(about("core-dumps").grade()).isEqualTo(Grade.OK);
        assertThat(about("clock").grade()).isEqualTo(Grade.OK);
        onMachine("proc/swaps", "Filename\tType\tSize\n/dev/sda2\tpartition\t1\n");
        onMachine("proc/sys/kernel/core_pattern", "|/usr/lib/systemd/systemd-coredump %P\n");
        Files.delete(machine.resolve("run/systemd/timesync/synchronized"));
        assertThat(about("swap").grade()).isEqualTo(Grade.CARE);
        assertThat(about("core-dumps").grade()).isEqualTo(Grade.CARE);
        assertThat(about("clock").grade()).isEqualTo(Grade.CARE);
    }

    @Test
    void findsARunningProcessThatMayWriteItsHeapDown() throws IOException {
        assertThat(about("process").found().english()).contains("does not run");
        Object inode = Files.getAttribute(data.resolve("lock"), "unix:ino");
        onMachine("proc/locks", "1: POSIX  ADVISORY  WRITE 4242 08:01:" + inode + " 0 EOF\n");
        onMachine("proc/4242/cmdline", "java\0-XX:+HeapDumpOnOutOfMemoryError\0");
        assertThat(about("process").found().english()).contains("4242");
        assertThat(about("heap-dump").grade()).isEqualTo(Grade.WRONG);
        assertThat(about("attach").grade()).isEqualTo(Grade.CARE);
        onMachine("proc/4242/cmdline", "java\0-XX:+DisableAttachMechanism\0");
        assertThat(about("attach").grade()).isEqualTo(Grade.OK);
    }
}
