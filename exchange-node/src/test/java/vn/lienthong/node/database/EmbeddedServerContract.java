package vn.lienthong.node.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.database.internal.EmbeddedServer;
import vn.lienthong.node.testing.ChildProcess;
import vn.lienthong.node.testing.TestDatabase;
import vn.lienthong.node.testing.TestDirectories;

/** What the embedded server promises, with the installed program and with the bundled one. */
interface EmbeddedServerContract {

    /** True for the bundled program. */
    boolean bundled();

    @Test
    default void keepsItsRowsOverARestart() throws IOException, InterruptedException, SQLException {
        Path directory = TestDirectories.fresh("restart");
        try (EmbeddedServer server = start(directory)) {
            execute(server, "CREATE TABLE kept (id INT PRIMARY KEY)", "INSERT INTO kept VALUES (7)");
        }
        try (EmbeddedServer server = start(directory)) {
            assertThat(query(server, "SELECT id FROM kept")).isEqualTo("7");
        }
    }

    @Test
    default void runsWithTheSettingsThatDurabilityNeeds() throws IOException, InterruptedException, SQLException {
        try (EmbeddedServer server = start(TestDirectories.fresh("settings"))) {
            assertThat(query(server, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
            assertThat(query(server, "SELECT @@innodb_doublewrite")).isIn("1", "ON");
            assertThat(query(server, "SELECT @@tx_isolation")).isEqualTo("READ-COMMITTED");
            assertThat(query(server, "SELECT @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(query(server, "SELECT @@time_zone")).isEqualTo("+00:00");
        }
    }

    @Test
    default void letsNobodyInWithoutThePassword() throws IOException, InterruptedException {
        Path directory = TestDirectories.fresh("password");
        try (EmbeddedServer server = start(directory)) {
            String url = server.connection().url();
            for (String user : List.of("root", "lienthong", "")) {
                assertThatThrownBy(
                                () -> DriverManager.getConnection(url, user, "").close())
                        .isInstanceOf(SQLException.class);
            }
            Path secret = directory.resolve("secrets/database-password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("r--------");
            assertThat(directory.resolve("secrets/database-start.sql")).doesNotExist();
        }
    }

    @Test
    default void worksInADirectoryWithALongName() throws IOException, InterruptedException, SQLException {
        Path directory = TestDirectories.fresh("x".repeat(150));
        try (EmbeddedServer server = start(directory)) {
            assertThat(query(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    default void keepsItsRowsInATemporaryDirectory() throws IOException, InterruptedException, SQLException {
        Path directory = Files.createTempDirectory("lienthong");
        try (EmbeddedServer server = start(directory)) {
            execute(server, "CREATE TABLE kept (id INT PRIMARY KEY)");
        }
        try (EmbeddedServer server = start(directory)) {
            assertThat(query(server, "SELECT COUNT(*) FROM kept")).isEqualTo("0");
        }
        deleteTree(directory);
    }

    @Test
    default void losesNothingThatWasAcknowledgedWhenTheProgramIsKilled()
            throws IOException, InterruptedException, SQLException {
        Path directory = TestDirectories.fresh("killed");
        for (int round = 1; round <= 2; round++) {
            long acknowledged;
            try (ChildProcess writer = writer(directory)) {
                acknowledged = rows(writer, 500);
                writer.kill();
            }
            // The server that the dead program started still runs; the next one must not trip over it.
            long begun = System.nanoTime();
            try (EmbeddedServer server = start(directory)) {
                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
                assertComplete(server, acknowledged);
            }
        }
    }

    @Test
    default void losesNothingThatWasAcknowledgedWhenServerAndProgramAreKilled()
            throws IOException, InterruptedException, SQLException {
        Path directory = TestDirectories.fresh("killed-both");
        long acknowledged;
        try (ChildProcess writer = writer(directory)) {
            long server = Long.parseLong(writer.awaitLine("server ").replaceAll("\\D", ""));
            acknowledged = rows(writer, 500);
            assertThat(ProcessHandle.of(server).orElseThrow().destroyForcibly()).isTrue();
            writer.kill();
        }
        try (EmbeddedServer server = start(directory)) {
            assertComplete(server, acknowledged);
        }
    }

    @Test
    default void startsAServerAgainThatDied() throws IOException, InterruptedException, SQLException {
        try (EmbeddedServer server = start(TestDirectories.fresh("died"))) {
            execute(server, "CREATE TABLE kept (id INT PRIMARY KEY)", "INSERT INTO kept VALUES (7)");
            ProcessHandle process = ProcessHandle.of(server.processId()).orElseThrow();
            assertThat(process.destroyForcibly()).isTrue();
            process.onExit().join();
            assertThat(queryWhenBack(server, "SELECT id FROM kept")).isEqualTo("7");
        }
    }

    /** Starts a server on this directory. */
    default EmbeddedServer start(Path directory) throws IOException, InterruptedException {
        Path secrets = Files.createDirectories(directory.resolve("secrets"));
        return EmbeddedServer.start(directory, secrets, TestDatabase.properties(bundled()));
    }

    private ChildProcess writer(Path directory) throws IOException {
        return ChildProcess.start(
                DatabaseWriter.class, List.of(), directory.toString(), bundled() ? "bundled" : "installed");
    }

    private static long rows(ChildProcess writer, int count) throws IOException {
        long last = 0;
        for (int row = 0; row < count; row++) {
            last = Long.parseLong(writer.awaitLine("row ").replaceAll("\\D", ""));
        }
        return last;
    }

    private static void assertComplete(EmbeddedServer server, long acknowledged) throws SQLException {
        // One writer that counts up: every number up to the last acknowledged one must be there.
        String count = query(server, "SELECT COUNT(*) FROM acknowledged WHERE id <= " + acknowledged);
        assertThat(Long.parseLong(count)).isEqualTo(acknowledged);
    }

    private static void execute(EmbeddedServer server, String... statements) throws SQLException {
        try (Connection connection = TestDatabase.open(server.connection());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(EmbeddedServer server, String sql) throws SQLException {
        try (Connection connection = TestDatabase.open(server.connection());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return Optional.ofNullable(result.getString(1)).orElse("NULL");
        }
    }

    private static String queryWhenBack(EmbeddedServer server, String sql) throws SQLException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                return query(server, sql);
            } catch (SQLException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
