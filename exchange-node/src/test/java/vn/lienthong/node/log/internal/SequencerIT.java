package vn.lienthong.node.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.crypto.log.BundleCoordinate;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.crypto.log.TreeTiles;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.testing.DatabaseExtension;
import vn.lienthong.node.testing.SettableClock;

@ExtendWith(DatabaseExtension.class)
class SequencerIT {

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void publishesWhatWasAppendedInItsOrder(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database)) {
            RunningLog log = world.start(world.log(folder));
            List<?> names = world.append("one", 700);
            world.awaitProven(700);

            TreeHead head = published(log.own());
            assertThat(head).isEqualTo(world.head().tree());
            assertThat(TreeTiles.root(700, log.own().files())).isEqualTo(head.root());
            List<LogEntry> rows = world.tables.entries().from(LogName.EVENTS, 0, 1000);
            assertThat(rows.stream().map(LogEntry::id).toList()).isEqualTo(names);
            assertThat(log.own().files().entries(new BundleCoordinate(2, 188)).getLast())
                    .asString()
                    .isEqualTo("one 699");
            assertThat(Files.exists(folder.resolve("tile/0/000.p"))).isFalse();
            assertThat(world.verify(log).isSound()).isTrue();
        }
    }

    @Test
    void keepsTheOrderOfAppendingWhenTheClockWasSetBackWhileEntriesWaited(DataSource database) {
        try (LogWorld world = new LogWorld(database)) {
            List<LogEntryId> names = new ArrayList<>();
            for (Duration passed : List.of(Duration.ZERO, Duration.ofHours(-3), Duration.ofHours(-9), Duration.ZERO)) {
                SettableClock clock = new SettableClock();
                clock.advance(passed);
                // A process of its own: it knows nothing of the time of the one before.
                EntryNames process = new EntryNames(world.tables.entries(), new TimeOrderedIds(clock, new Random(1)));
                for (int publication = 0; publication < 3; publication++) {
                    List<LogEntryId> fresh = process.next(LogName.EVENTS, 2);
                    world.insert(fresh);
                    names.addAll(fresh);
                }
            }
            world.start(world.log(folder));
            world.awaitProven(names.size());
            assertThat(world.tables.entries().from(LogName.EVENTS, 0, 100).stream()
                            .map(LogEntry::id)
                            .toList())
                    .isEqualTo(names);
        }
    }

    @Test
    void neverMakesAppendersWaitForTheHead(DataSource database) {
        try (LogWorld world = new LogWorld(database)) {
            world.tables.heads().ensure(LogName.EVENTS);
            world.tables.transactions().executeWithoutResult(_ -> {
                assertThat(world.tables.heads().lock(LogName.EVENTS).tree().size())
                        .isZero();
                assertThat(Thread.ofVirtual().start(() -> world.append("free", 5)))
                        .satisfies(appender -> assertThat(appender.join(Duration.ofSeconds(20)))
                                .isTrue());
            });
            assertThat(world.tables.entries().countWaiting(LogName.EVENTS)).isEqualTo(5);
        }
    }

    @Test
    void neverForksWhenManyAppendAndTwoSequence(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database)) {
            RunningLog one = world.start(world.log(folder.resolve("one")));
            RunningLog other = world.start(world.log(folder.resolve("other")));
            try (ExecutorService appenders = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 8; i++) {
                    String name = "appender " + i;
                    appenders.execute(() -> {
                        for (int round = 0; round < 20; round++) {
                            world.append(name + "." + round, 1 + round % 7);
                            world.sql.execute("update log_head set lease_owner = null");
                        }
                    });
                }
            }
            long total = 8L * (2 * 28 + 21);
            world.awaitProven(total);

            world.stop();
            assertThat(world.head().tree().size()).isEqualTo(total);
            for (RunningLog log : List.of(one, other)) {
                Optional<SignedNote> note = Publication.lastPublished(log.own());
                if (note.isPresent()) {
                    TreeHead head = Publication.headOf(note.get());
                    assertThat(TreeTiles.root(head.size(), log.own().files())).isEqualTo(head.root());
                }
            }
            RunningLog last = world.start(world.log(folder.resolve("other")));
            world.append("last", 1);
            world.awaitProven(total + 1);
            assertThat(world.verify(last).isSound()).isTrue();
        }
    }

    @Test
    void writesLostFilesAgainOctetForOctet(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database)) {
            world.start(world.log(folder));
            world.append("kept", 300);
            world.awaitProven(300);
            world.stop();
            assertThat(FileSystemUtils.deleteRecursively(folder)).isTrue();

            RunningLog log = world.start(world.log(folder));
            world.append("after", 1);
            world.awaitProven(301);
            assertThat(world.verify(log).isSound()).isTrue();
        }
    }

    @Test
    void refusesToSignWhenTheDatabaseIsOlderThanTheDisk(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database)) {
            RunningLog log = world.start(world.log(folder));
            world.append("backed up", 20);
            world.awaitProven(20);
            Backup backup = Backup.of(world);
            world.append("lost", 10);
            world.awaitProven(30);
            world.stop();
            TreeHead before = published(log.own());
            backup.restore(world);

            world.start(world.log(folder));
            world.append("after the restore", 3);
            assertThat(world.awaitStandstill()).isEqualTo(ErrorCode.LOG_BEHIND_WITNESS);
            assertThat(published(log.own())).isEqualTo(before);
            assertThat(world.tables.entries().countWaiting(LogName.EVENTS)).isEqualTo(3);
        }
    }

    @Test
    void standsStillOnADamagedEdgeOfTheTree(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database)) {
            world.start(world.log(folder));
            world.append("sound", 20);
            world.awaitProven(20);
            world.stop();
            Path tile = folder.resolve("tile/0/000.p/20");
            byte[] octets = Files.readAllBytes(tile);
            octets[100] ^= 1;
            Files.write(tile, octets);

            world.start(world.log(folder));
            world.append("after", 1);
            assertThat(world.awaitStandstill()).isEqualTo(ErrorCode.LOG_DAMAGED);
        }
    }

    static TreeHead published(OwnLog log) throws IOException {
        SignedNote note = Publication.lastPublished(log).orElseThrow();
        return Publication.headOf(note);
    }
}
