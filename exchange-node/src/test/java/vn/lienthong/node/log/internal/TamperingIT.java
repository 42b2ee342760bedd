package vn.lienthong.node.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.node.log.LogVerdict;
import vn.lienthong.node.log.LogVerdict.Fault;
import vn.lienthong.node.log.LogVerdict.Kind;
import vn.lienthong.node.testing.DatabaseExtension;

/** An administrator with all rights to database and files changes something; the next verification names the place. */
@ExtendWith(DatabaseExtension.class)
class TamperingIT {

    private static final String AT = " where log = 1 and leaf_index = ";

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void findsAnEditedEntry(DataSource database) {
        LogVerdict verdict =
                after(database, world -> tamper(world, "update log_entry set octets = 'forged'" + AT + 300));
        assertThat(places(verdict)).containsExactly("ENTRY_EDITED 300");
    }

    @Test
    void findsADeletedEntry(DataSource database) {
        LogVerdict verdict = after(database, world -> tamper(world, "delete from log_entry" + AT + 511));
        assertThat(places(verdict)).containsExactly("ENTRY_DELETED 511");
    }

    @Test
    void findsADeletedEntryBehindWhichTheOthersMovedUp(DataSource database) {
        LogVerdict verdict = after(database, world -> {
            tamper(world, "delete from log_entry" + AT + 590);
            for (int index = 591; index < 600; index++) {
                tamper(world, "update log_entry set leaf_index = leaf_index - 1" + AT + index);
            }
        });
        assertThat(places(verdict)).startsWith("ENTRY_MOVED 590").endsWith("ENTRY_DELETED 599");
    }

    @Test
    void findsTwoEntriesThatChangedPlaces(DataSource database) {
        LogVerdict verdict = after(database, world -> {
            tamper(world, "update log_entry set leaf_index = -1" + AT + 7);
            tamper(world, "update log_entry set leaf_index = 7" + AT + 9);
            tamper(world, "update log_entry set leaf_index = 9" + AT + -1);
        });
        assertThat(places(verdict)).containsExactly("ENTRY_MOVED 7", "ENTRY_MOVED 9");
    }

    @Test
    void findsAnEntryPutBehindTheEnd(DataSource database) {
        LogVerdict verdict = after(
                database,
                world -> tamper(
                        world,
                        "insert into log_entry select unhex('019a0000000070008000000000000001'), 1, 600, 1, 'x',"
                                + " appended_at from log_entry" + AT + 0));
        assertThat(places(verdict)).containsExactly("ENTRY_INSERTED 600");
    }

    @Test
    void findsAnEntryPutBetweenOthers(DataSource database) {
        LogVerdict verdict = after(database, world -> {
            for (int index = 599; index >= 595; index--) {
                tamper(world, "update log_entry set leaf_index = leaf_index + 1" + AT + index);
            }
            tamper(
                    world,
                    "insert into log_entry select unhex('019a0000000070008000000000000001'), 1, 595, 1, 'x',"
                            + " appended_at from log_entry" + AT + 0);
        });
        assertThat(places(verdict))
                .startsWith("ENTRY_EDITED 595", "ENTRY_MOVED 596")
                .endsWith("ENTRY_INSERTED 600");
    }

    @Test
    void findsAnEditedBundle(DataSource database) {
        LogVerdict verdict = after(database, _ -> flip(folder.resolve("tile/entries/001"), 9));
        assertThat(places(verdict)).containsExactly("BUNDLE_CHANGED 256");
    }

    @Test
    void findsChangedTilesOfEveryLevel(DataSource database) {
        LogVerdict leaf = after(database, _ -> flip(folder.resolve("tile/0/001"), 32 * 3 + 1));
        assertThat(places(leaf)).containsExactly("TILE_CHANGED 259");
        LogVerdict higher = after(database, _ -> flip(folder.resolve("tile/1/000.p/2"), 40));
        assertThat(places(higher)).containsExactly("TILE_CHANGED 0");
    }

    @Test
    void findsMissingFiles(DataSource database) {
        LogVerdict verdict = after(database, _ -> remove(folder.resolve("tile/entries/000")));
        assertThat(places(verdict)).containsExactly("BUNDLE_CHANGED 0");
    }

    @Test
    void findsAChangedHead(DataSource database) {
        LogVerdict verdict =
                after(database, world -> tamper(world, "update log_head set root = reverse(root) where log = 1"));
        assertThat(verdict.isSound()).isFalse();
        assertThat(verdict.faults()).extracting(Fault::kind).contains(Kind.HEAD_CHANGED);
    }

    @Test
    void findsTimestampsThatAreNotAboutACheckpointOfThisLog(DataSource database) {
        for (String change : List.of(
                "token = reverse(token)",
                "note = replace(note, '\n600\n', '\n599\n'), token = sha2(note, 256)",
                "note = 'no checkpoint', token = sha2(note, 256)",
                "size = 256")) {
            LogVerdict verdict = after(database, world -> {
                world.stamp();
                tamper(world, "update log_timestamp set " + change + " where log = 1 and size = 600");
            });
            assertThat(verdict.faults()).extracting(Fault::kind).containsExactly(Kind.TIMESTAMP_CHANGED);
            assertThat(verdict.faults().getFirst().place()).startsWith("table log_timestamp, size ");
        }
    }

    @Test
    void findsThatALogIsShorterThanItsTimestamps(DataSource database) {
        LogVerdict verdict = after(database, world -> {
            world.stamp();
            tamper(world, "update log_timestamp set size = 700 where log = 1 and size = 600");
        });
        assertThat(verdict.faults()).extracting(Fault::kind).containsExactly(Kind.TRUNCATED);
    }

    @Test
    void acceptsGenuineTimestamps(DataSource database) {
        try (LogWorld world = new LogWorld(database)) {
            deleteTiles();
            RunningLog log = world.start(world.log(folder));
            assertThat(world.append("entry", 10)).hasSize(10);
            world.awaitProven(10);
            world.stamp();
            assertThat(world.append("entry", 300)).hasSize(300);
            world.awaitProven(310);
            world.stamp();
            assertThat(world.verify(log).isSound()).isTrue();
        }
    }

    @Test
    void findsACheckpointThatTheLogDidNotSign(DataSource database) {
        LogVerdict verdict = after(database, _ -> flip(folder.resolve("checkpoint"), LogWorld.ORIGIN.length() + 2));
        assertThat(verdict.faults()).extracting(Fault::kind).contains(Kind.CHECKPOINT_CHANGED);
    }

    @Test
    void findsAHistoryThatWasWrittenAnewEverywhere(DataSource database) {
        LogVerdict verdict = after(database, world -> {
            world.stop();
            tamper(world, "update log_entry set octets = 'forged'" + AT + 100);
            Rewriting.everything(world, world.log(folder));
        });
        assertThat(verdict.isSound()).isFalse();
        assertThat(verdict.faults()).extracting(Fault::kind).contains(Kind.REWRITTEN);
    }

    /** A sound log of 600 entries, then the deed, then the verification. */
    private LogVerdict after(DataSource database, Consumer<LogWorld> deed) {
        try (LogWorld world = new LogWorld(database)) {
            deleteTiles();
            RunningLog log = world.start(world.log(folder));
            world.append("entry", 600);
            world.awaitProven(600);
            assertThat(world.verify(log).isSound()).isTrue();
            world.stop();
            deed.accept(world);
            LogVerdict verdict = world.verify(log);
            assertThat(verdict.isSound()).isFalse();
            return verdict;
        }
    }

    private void deleteTiles() {
        try {
            boolean deleted = FileSystemUtils.deleteRecursively(folder);
            assertThat(deleted || Files.notExists(folder)).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> places(LogVerdict verdict) {
        return verdict.faults().stream()
                .map(fault -> fault.kind() + " " + fault.index())
                .toList();
    }

    private static void tamper(LogWorld world, String statement) {
        assertThat(world.sql.update(statement)).isEqualTo(1);
    }

    private static void flip(Path file, int at) {
        try {
            byte[] octets = Files.readAllBytes(file);
            octets[at] ^= 1;
            Files.write(file, octets);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
