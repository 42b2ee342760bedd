package vn.lienthong.node.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.crypto.log.ReceiptCheck;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.crypto.log.TreeTiles;
import vn.lienthong.node.keys.KeyVault;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogEntryKind;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.platform.DataDirectory;
import vn.lienthong.node.platform.StartRefusedException;
import vn.lienthong.node.testing.DatabaseExtension;

/** A log that lost its last entries is closed for good, stays readable, and a new one begins and says so. */
@ExtendWith(DatabaseExtension.class)
class EpochIT {

    private static final String BASE = "lienthong.vn/epochs";
    private static final byte[] OLD = "old 7".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void closesALogThatLostItsEndAndBeginsANewOne(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database)) {
            List<LogEntryId> old = loseTheEnd(world);
            EventsLog opened = open(world, 2);
            assertThat(opened.begun()).hasValueSatisfying(begun -> {
                assertThat(begun.closedOrigin()).isEqualTo(BASE);
                assertThat(begun.closedSize()).isEqualTo(200);
            });
            assertThat(opened.log().origin()).isEqualTo(BASE + "/epoch-2");
            RunningLog running = world.start(opened.log());
            assertThat(world.append("new", 5)).hasSize(5);
            world.awaitProven(8);
            assertThat(world.verify(running).isSound()).isTrue();
            assertBeginning(world);
            assertOldLogReads(world, opened, running, old);
        }
    }

    @Test
    void goesOnWithClosingWhereItWasInterrupted(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database)) {
            assertThat(loseTheEnd(world)).isNotEmpty();
            assertThat(epochs(world).closeFor(2, BASE, new LogFiles(log()))).isPresent();
            assertThat(Files.exists(log().resolve("closed/1"))).isFalse();
            EventsLog opened = open(world, 2);
            assertThat(opened.begun()).isEmpty();
            assertThat(Files.exists(log().resolve("closed/1/checkpoint"))).isTrue();
            assertThat(Files.exists(log().resolve("checkpoint"))).isFalse();
            EventsLog again = open(world, 0);
            assertThat(again.log().origin()).isEqualTo(BASE + "/epoch-2");
            assertThat(again.fresh()).isFalse();
            assertThat(again.closedKeys()).hasSize(2);
        }
    }

    @Test
    void closesNothingUnlessTheNextEpochIsAskedFor(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database)) {
            for (int wanted : new int[] {0, 1}) {
                assertThat(open(world, wanted).begun()).isEmpty();
            }
            assertThatThrownBy(() -> open(world, 3)).isInstanceOf(StartRefusedException.class);
            assertThat(open(world, 0).log().origin()).isEqualTo(BASE);
        }
    }

    /** 300 entries were signed; the database is restored to 200, and two more wait. Returns the names of the first 200. */
    private List<LogEntryId> loseTheEnd(LogWorld world) throws IOException {
        RunningLog first = world.start(open(world, 0).log());
        List<LogEntryId> old = world.append("old", 200);
        world.awaitProven(200);
        Backup backup = Backup.of(world);
        assertThat(world.append("lost", 100)).hasSize(100);
        world.awaitProven(300);
        world.stop();
        backup.restore(world);
        assertThat(world.append("waiting", 2)).hasSize(2);
        RunningLog standing = world.start(first.own());
        assertThat(world.awaitStandstill()).isEqualTo(ErrorCode.LOG_BEHIND_WITNESS);
        world.stop();
        assertThat(standing.own().origin()).isEqualTo(BASE);
        return old;
    }

    private static void assertBeginning(LogWorld world) {
        List<LogEntry> entries = world.tables.entries().from(LogName.EVENTS, 0, 10);
        assertThat(entries).hasSize(8);
        assertThat(entries.getFirst().kind()).isEqualTo(LogEntryKind.EPOCH);
        assertThat(text(entries.getFirst().octets()))
                .contains("\"epoch\":2", "\"closedOrigin\":\"" + BASE + "\"", "\"closedSize\":200", BASE + "\\n300\\n");
        assertThat(entries.subList(1, 4))
                .extracting(entry -> text(entry.octets()))
                .containsExactly("waiting 0", "waiting 1", "new 0");
    }

    private void assertOldLogReads(LogWorld world, EventsLog opened, RunningLog running, List<LogEntryId> old)
            throws IOException {
        OwnLog closed =
                new OwnLog(LogName.EVENTS, keys().log("log-events", BASE).keys(), new LogFiles(log()).closed(1));
        TreeHead signed = Publication.headOf(Publication.lastPublished(closed).orElseThrow());
        assertThat(signed.size()).isEqualTo(300);
        assertThat(TreeTiles.root(300, closed.files())).isEqualTo(signed.root());
        Octets proof = Objects.requireNonNull(new Proofs(world.tables, new RunningLogs(List.of(running)))
                .of(List.of(old.get(7)), HeadRows.Head::provenNote)
                .get(old.get(7)));
        List<LogPolicy.Log> keys = opened.closedKeys().stream()
                .map(key -> new LogPolicy.Log(key, ""))
                .toList();
        assertThat(LogReceipt.parse(proof.toByteArray())
                        .verify(OLD, new LogPolicy(keys, List.of(), List.of(), LogPolicy.NONE)))
                .isInstanceOfSatisfying(
                        ReceiptCheck.Proven.class,
                        proven -> assertThat(proven.index()).isEqualTo(7));
    }

    private EventsLog open(LogWorld world, int wanted) throws IOException {
        return EventsLog.open(epochs(world), BASE, wanted, keys(), log());
    }

    private static Epochs epochs(LogWorld world) {
        return new Epochs(world.sql, world.tables, InstantSource.system());
    }

    private LogKeyFiles keys() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
            return new LogKeyFiles(KeyVault.at(data.root(), new SecureRandom()));
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private static String text(Octets octets) {
        return new String(octets.toByteArray(), StandardCharsets.UTF_8);
    }
}
