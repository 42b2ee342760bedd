package vn.lienthong.node.database.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.lienthong.node.platform.DurableFiles;
import vn.lienthong.node.platform.StartRefusedException;

/**
 * The files of the embedded server below one directory: {@code data/} for tables, {@code tmp/} for its temporary files.
 *
 * @param root absolute directory
 */
record ServerFiles(Path root) {

    private static final int BOOTSTRAP_SECONDS = 60;

    Path data() {
        return root.resolve("data");
    }

    Path temporary() {
        return root.resolve("tmp");
    }

    /** Written by the server itself, relative names keep clear of the length limit of socket addresses. */
    Path processId() {
        return data().resolve("mariadbd.pid");
    }

    Path log() {
        return root.resolve("mariadb.log");
    }

    /** True when tables exist: the directory gets its name only when it is complete. */
    boolean initialised() {
        return Files.isDirectory(data());
    }

    /**
     * Makes the system tables with the server's own bootstrap mode; needs neither shell scripts nor other programs. Works
     * beside the final place and is renamed into it, so that a start that was interrupted leaves nothing half made.
     */
    void initialise(ServerBinaries binaries) throws IOException, InterruptedException {
        Files.createDirectories(temporary());
        if (initialised()) {
            return;
        }
        Path fresh = root.resolve("fresh");
        deleteTree(fresh);
        Files.createDirectories(fresh);
        Path sql = writeBootstrapSql(binaries);
        bootstrap(binaries, fresh, sql);
        Files.delete(sql);
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        DurableFiles.forceDirectoryOf(data());
    }

    private Path writeBootstrapSql(ServerBinaries binaries) throws IOException {
        // root exists for the local socket only; there is no anonymous user and no user without a password.
        String head = """
            CREATE DATABASE IF NOT EXISTS mysql;
            USE mysql;
            SET @auth_root_socket='root';
            SET @skip_auth_anonymous=1;
            """;
        Path sql = root.resolve("bootstrap.sql");
        Files.writeString(sql, head);
        for (Path part : binaries.systemTables()) {
            Files.write(sql, Files.readAllBytes(part), StandardOpenOption.APPEND);
        }
        return sql;
    }

    private void bootstrap(ServerBinaries binaries, Path fresh, Path sql) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(binaries.program().toString(), "--no-defaults", "--bootstrap"));
        command.addAll(binaries.ownFiles());
        command.addAll(List.of(
                "--datadir=" + fresh,
                "--tmpdir=" + temporary(),
                "--skip-ssl",
                "--log-warnings=0",
                "--enforce-storage-engine=",
                "--innodb-log-file-size=48M",
                "--innodb-undo-tablespaces=0",
                "--max-allowed-packet=8M"));
        command.addAll(asOwner());
        Process process = new ProcessBuilder(command)
                .redirectInput(sql.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        boolean ended = process.waitFor(BOOTSTRAP_SECONDS, TimeUnit.SECONDS);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new StartRefusedException("the database could not be initialised; its log says why: " + log());
        }
    }

    /** The server refuses to run as root unless told so. */
    static List<String> asOwner() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /** The end of the server's log, for people who must find out why it does not start. */
    String lastLogLines() throws IOException {
        List<String> lines = Files.exists(log()) ? Files.readAllLines(log(), StandardCharsets.ISO_8859_1) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
