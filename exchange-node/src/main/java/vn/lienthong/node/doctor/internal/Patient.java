package vn.lienthong.node.doctor.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import vn.lienthong.node.database.DatabaseConnection;
import vn.lienthong.node.database.DatabaseProperties;
import vn.lienthong.node.database.RunningDatabase;
import vn.lienthong.node.platform.PlatformProperties;
import vn.lienthong.node.protection.LocalProtection;
import vn.lienthong.node.protection.MasterKeyProperties;

/** The installation that is looked at, and the machine that it is on. */
public final class Patient {

    private final Environment settings;
    private final Path machine;
    private final InstantSource clock;
    private final Path root;

    private Patient(Environment settings, Path machine, InstantSource clock) {
        this.settings = settings;
        this.machine = machine;
        this.clock = clock;
        this.root = Binder.get(settings)
                .bindOrCreate("lienthong", PlatformProperties.class)
                .data()
                .toAbsolutePath()
                .normalize();
    }

    /** Whom these settings describe. */
    public static Patient with(Environment settings, Path machine, InstantSource clock) {
        return new Patient(settings, machine, clock);
    }

    Path root() {
        return root;
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Instant now() {
        return clock.instant();
    }

    Optional<String> setting(String name) {
        return Optional.ofNullable(settings.getProperty(name)).filter(Predicate.not(String::isBlank));
    }

    LocalProtection.Look protection() {
        MasterKeyProperties key = Binder.get(settings).bindOrCreate("lienthong.master-key", MasterKeyProperties.class);
        return LocalProtection.look(root, key, new SecureRandom());
    }

    /**
     * How to ask its database; empty when the embedded one does not run.
     *
     * @throws IOException when the password cannot be read
     */
    Optional<DatabaseConnection> database() throws IOException {
        DatabaseProperties properties =
                Binder.get(settings).bindOrCreate("lienthong.database", DatabaseProperties.class);
        return RunningDatabase.of(root, properties);
    }

    /** A file that the system keeps about itself, empty when it does not. */
    String ofMachine(String file) {
        try {
            Path found = machine.resolve(file);
            return Files.isReadable(found) ? Files.readString(found, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException gone) {
            return "";
        }
    }

    boolean onMachine(String file) {
        return Files.exists(machine.resolve(file));
    }

    /** The process that holds the data directory; empty when the node does not run. */
    Optional<String> process() throws IOException {
        Path lock = root.resolve("lock");
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        String inode = ":" + Files.getAttribute(lock, "unix:ino");
        return ofMachine("proc/locks")
                .lines()
                .map(line -> List.of(line.strip().split("\\s+")))
                .filter(fields -> fields.size() > 5 && fields.get(5).endsWith(inode))
                .map(fields -> fields.get(4))
                .findFirst();
    }
}
