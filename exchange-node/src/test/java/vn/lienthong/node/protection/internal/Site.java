package vn.lienthong.node.protection.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.protection.MasterKeyProperties;
import vn.lienthong.node.protection.ProtectionNews;
import vn.lienthong.node.protection.Resealing;
import vn.lienthong.node.testing.SettableClock;
import vn.lienthong.node.testing.TestDirectories;

/** A data directory, a database and the processes that work on them. */
final class Site {

    static final String CREDENTIAL = "lienthong-master-key";
    static final Duration KEPT = Duration.ofHours(24);

    final SecureRandom random = new SecureRandom();
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T08:00:00Z"));
    final List<ProtectionNews> news = new ArrayList<>();
    final KeyRows table;
    final Path root;

    @Nullable
    Path masterKey;

    String credentials = "";
    MasterKeyProperties.@Nullable TokenPart token;

    Site(KeyRows table) {
        this(table, fresh());
    }

    /** One that is there already. */
    Site(KeyRows table, Path root) {
        this.table = table;
        this.root = root;
    }

    private static Path fresh() {
        try {
            Path root = TestDirectories.fresh("protection");
            Files.createDirectory(root.resolve("secrets"));
            Files.createDirectory(root.resolve("keys"));
            return root;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Path secret(String name) {
        return root.resolve("secrets").resolve(name);
    }

    /** Lays a new master key there. */
    void lay(Path file) {
        try {
            byte[] drawn = new byte[MasterKey.OCTETS];
            random.nextBytes(drawn);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(drawn) + "\n", StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Says that the master key lies outside, in a file of its own. */
    Path outside() {
        try {
            Path file = TestDirectories.fresh("outside").resolve("master-key");
            lay(file);
            masterKey = file;
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    MasterKeyProperties settings() {
        return new MasterKeyProperties(masterKey, CREDENTIAL, credentials, KEPT, token);
    }

    LocalKeys local() {
        return LocalKeys.open(root, settings(), random, clock);
    }

    Running start(CrashPoints crash, Resealing... resealings) {
        LocalKeys local = local();
        DatabaseKeys database = DatabaseKeys.open(table, local, crash, random, clock);
        RotationWork work = new RotationWork(
                local, database, new RotationWork.Parts(() -> List.of(resealings), KEPT, news::add, crash, clock));
        return new Running(local, new RingSealing(database.ring()), work);
    }

    Running start() {
        return start(CrashPoints.none());
    }

    /** The rotation of a process that is killed at one place. */
    RotationWork dying(Running running, String place) {
        DatabaseKeys database = DatabaseKeys.open(table, running.local(), CrashPoints.none(), random, clock);
        return new RotationWork(
                running.local(), database, new RotationWork.Parts(List::of, KEPT, news::add, killedAt(place), clock));
    }

    /** A process on the site. */
    record Running(LocalKeys local, RingSealing fields, RotationWork work) {}

    /** A kill at one place. */
    static CrashPoints killedAt(String place) {
        return name -> {
            if (name.equals(place)) {
                throw new Killed();
            }
        };
    }

    static byte[] ascii(String text) {
        return Objects.requireNonNull(text).getBytes(StandardCharsets.US_ASCII);
    }

    /** Stands for the end of the process. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
