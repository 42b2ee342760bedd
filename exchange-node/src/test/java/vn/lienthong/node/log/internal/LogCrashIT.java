package vn.lienthong.node.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.crypto.log.TreeTiles;
import vn.lienthong.node.database.DatabaseConnection;
import vn.lienthong.node.database.internal.ConnectionPool;
import vn.lienthong.node.log.LogVerdict;
import vn.lienthong.node.testing.ChildProcess;
import vn.lienthong.node.testing.TestDatabase;

/** A process is killed at every step between commit and publication; the next one goes on without gap and fork. */
class LogCrashIT {

    private static final int KILLED = 137;
    private static final int ROUNDS = 6;

    @TempDir
    private Path folder = Path.of("unset");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log.placed:3",
                "log.committed:4",
                "log.files:3",
                "log.durable:4",
                "log.signed:1",
                "log.published:3"
            })
    void goesOnWithoutGapAndForkAfterAKill(String place) throws IOException, InterruptedException {
        DatabaseConnection database = TestDatabase.freshSchema();
        try (HikariDataSource pool = ConnectionPool.open(database, 4)) {
            Flyway.configure().dataSource(pool).load().migrate();
            List<String> crash = List.of("-Dlienthong.testing=true", "-Dlienthong.crash-at=" + place);
            try (ChildProcess child = start(database, crash, ROUNDS)) {
                child.awaitLine("appended 1");
                assertThat(child.exitCode()).isEqualTo(KILLED);
            }
            Optional<TreeHead> seen = holdsWhatIsSigned(pool);
            try (ChildProcess child = start(database, List.of(), 1)) {
                assertThat(child.awaitLine("size ")).endsWith("waiting 0");
                assertThat(child.exitCode()).isZero();
            }
            verifies(pool, seen);
        }
    }

    private ChildProcess start(DatabaseConnection database, List<String> options, int rounds) throws IOException {
        return ChildProcess.start(
                LogChild.class,
                options,
                database.url(),
                database.user(),
                database.password().reveal(),
                log().toString(),
                Integer.toString(rounds));
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** Whatever was signed is committed and on disk. */
    private Optional<TreeHead> holdsWhatIsSigned(HikariDataSource pool) throws IOException {
        try (LogWorld world = new LogWorld(pool, -1)) {
            OwnLog log = LogWorld.log(log(), folder.resolve("keys"));
            Optional<SignedNote> note = Publication.lastPublished(log);
            if (note.isEmpty()) {
                return Optional.empty();
            }
            TreeHead signed = Publication.headOf(note.get());
            assertThat(signed.size()).isLessThanOrEqualTo(world.head().tree().size());
            assertThat(TreeTiles.root(signed.size(), log.files())).isEqualTo(signed.root());
            return Optional.of(signed);
        }
    }

    /** The log is whole, holds every committed entry, and begins with what was seen before. */
    private void verifies(HikariDataSource pool, Optional<TreeHead> seen) throws IOException {
        try (LogWorld world = new LogWorld(pool, -1)) {
            OwnLog log = LogWorld.log(log(), folder.resolve("keys"));
            RunningLog running = world.start(log);
            LogVerdict verdict = world.verify(running);
            assertThat(verdict.faults()).isEmpty();
            assertThat(verdict.isSound()).isTrue();
            assertThat(world.sql.queryForObject("select count(*) from log_entry", Long.class))
                    .isEqualTo(verdict.size());
            if (seen.isPresent()) {
                assertThat(TreeTiles.root(seen.get().size(), log.files()))
                        .isEqualTo(seen.get().root());
            }
        }
    }
}
