package vn.lienthong.node.database.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.node.database.DatabaseProperties;

/**
 * A MariaDB server program and the files that it needs to initialise a data directory.
 *
 * @param program the executable {@code mariadbd}
 * @param share the directory of messages, character sets and system tables
 * @param sqlPrefix how the files of the system tables begin: {@code mariadb}, or {@code mysql} in older packages
 */
record ServerBinaries(Path program, Path share, String sqlPrefix) {

    private static final List<Path> SYSTEM_SHARES =
            List.of(Path.of("/usr/share/mysql"), Path.of("/usr/share/mariadb"), Path.of("/usr/local/share/mysql"));

    /** The server to use: the installed one before the bundled one, unless the properties prefer the bundle. */
    static Optional<ServerBinaries> find(DatabaseProperties properties) throws IOException {
        Optional<ServerBinaries> bundled = bundled(properties);
        return properties.preferBundled() ? bundled : installed().or(() -> bundled);
    }

    private static Optional<ServerBinaries> installed() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "mariadbd"))
                .filter(Files::isExecutable)
                .flatMap(program -> SYSTEM_SHARES.stream().flatMap(share -> with(program, share).stream()))
                .findFirst();
    }

    private static Optional<ServerBinaries> bundled(DatabaseProperties properties) throws IOException {
        Path base = Objects.requireNonNullElseGet(properties.binaries(), ServerBinaries::besideTheProgram);
        Path program = base.resolve("bin/mariadbd").toAbsolutePath();
        if (!Files.isRegularFile(program)) {
            return Optional.empty();
        }
        if (!Files.isExecutable(program) && !program.toFile().setExecutable(true)) {
            throw new IOException(program + " is not executable and cannot be made so");
        }
        return with(program, base.resolve("share").toAbsolutePath());
    }

    private static Path besideTheProgram() {
        String firstOfClassPath = System.getProperty("java.class.path", "").split(File.pathSeparator, -1)[0];
        return Path.of(firstOfClassPath).toAbsolutePath().resolveSibling("mariadb");
    }

    private static Optional<ServerBinaries> with(Path program, Path share) {
        return Stream.of("mariadb", "mysql")
                .filter(prefix -> Files.isReadable(share.resolve(prefix + "_system_tables.sql")))
                .map(prefix -> new ServerBinaries(program, share, prefix))
                .findFirst();
    }

    /** The SQL that makes the system tables, in the order in which it must run. */
    List<Path> systemTables() {
        return Stream.of("system_tables", "performance_tables", "system_tables_data")
                .map(part -> share.resolve(sqlPrefix + "_" + part + ".sql"))
                .toList();
    }

    /** The options without which the program would take its files from where it was built. */
    List<String> ownFiles() {
        return List.of("--lc-messages-dir=" + share, "--character-sets-dir=" + share.resolve("charsets"));
    }
}
