package vn.lienthong.node.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.crypto.log.LogPolicy;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.PolicyCheck;
import vn.lienthong.crypto.log.SignedNote;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.crypto.log.WitnessRequest;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogVerdict;
import vn.lienthong.node.testing.DatabaseExtension;

@ExtendWith(DatabaseExtension.class)
class WitnessIT {

    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void cosignsWhatGrowsAndMakesReceiptsComplete(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database);
                WitnessServer witness = WitnessServer.over(world)) {
            OwnLog own = world.log(folder);
            witness.requireFor(own);
            RunningLog log = world.start(own);
            world.append("one", 10);
            world.awaitProven(10);
            world.append("two", 400);
            world.awaitProven(410);

            LogPolicy policy = LogPolicy.parse(own.files().text(LogFiles.POLICY).orElseThrow());
            SignedNote note =
                    SignedNote.parse(own.files().text(LogFiles.WITNESSED).orElseThrow());
            assertThat(policy.evaluate(note)).isInstanceOf(PolicyCheck.Accepted.class);
            LogVerdict verdict = world.verify(log);
            assertThat(verdict.isSound()).isTrue();
            assertThat(verdict.witnesses().getFirst().confirms()).isTrue();
            assertThat(log.witnessing().views().getFirst().cosignedSize()).isEqualTo(410);
        }
    }

    @Test
    void goesOnWithoutItsWitnessAndCompletesReceiptsLater(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database);
                WitnessServer witness = WitnessServer.over(world)) {
            OwnLog own = world.log(folder);
            witness.requireFor(own);
            world.start(own);
            world.append("one", 5);
            world.awaitProven(5);
            witness.away(true);
            world.append("two", 5);
            world.awaitSigned(10);
            assertThat(world.head().provenSize()).isEqualTo(5);

            witness.away(false);
            world.awaitProven(10);
        }
    }

    @Test
    void refusesToSignAfterTheRestoreOfAnOlderBackup(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database);
                WitnessServer witness = WitnessServer.over(world)) {
            OwnLog own = world.log(folder);
            witness.requireFor(own);
            world.start(own);
            world.append("backed up", 20);
            world.awaitProven(20);
            Path copy = folder.resolveSibling("copy-of-" + folder.getFileName());
            FileSystemUtils.copyRecursively(folder, copy);
            Backup backup = Backup.of(world);
            world.append("lost", 10);
            world.awaitProven(30);
            world.stop();
            backup.restore(world);

            OwnLog restored = world.log(copy);
            world.start(restored);
            world.append("after the restore", 3);
            assertThat(world.awaitStandstill()).isEqualTo(ErrorCode.LOG_BEHIND_WITNESS);
            assertThat(SequencerIT.published(restored).size()).isEqualTo(20);
            assertThat(world.tables.entries().countWaiting(LogName.EVENTS)).isEqualTo(3);
            assertThat(FileSystemUtils.deleteRecursively(copy)).isTrue();
        }
    }

    @Test
    void waitsForAWitnessAfterAStart(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database);
                WitnessServer witness = WitnessServer.over(world)) {
            OwnLog own = world.log(folder);
            witness.requireFor(own);
            world.start(own);
            world.append("one", 5);
            world.awaitProven(5);
            world.stop();
            witness.away(true);

            RunningLog log = world.start(own);
            world.append("two", 5);
            assertThat(world.awaitStandstill()).isEqualTo(ErrorCode.LOG_UNCONFIRMED);
            witness.away(false);
            log.runner().doubt();
            world.awaitProven(10);
            assertThat(log.runner().standstill()).isEmpty();
        }
    }

    @Test
    void goesOnWithWitnessesThatAreNew(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database);
                WitnessServer witness = WitnessServer.over(world)) {
            OwnLog own = world.log(folder);
            world.start(own);
            world.append("nobody witnesses", 5);
            world.awaitProven(5);
            world.stop();
            witness.requireFor(own);

            RunningLog log = world.start(own);
            world.append("somebody does", 5);
            world.awaitProven(10);
            assertThat(log.witnessing().views().getFirst().cosignedSize()).isEqualTo(10);
        }
    }

    @Test
    void catchesALogThatWasCutOff(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database);
                WitnessServer witness = WitnessServer.over(world)) {
            OwnLog own = world.log(folder);
            witness.requireFor(own);
            RunningLog log = world.start(own);
            world.append("one", 20);
            world.awaitProven(20);
            byte[] old = own.files().text(LogFiles.CHECKPOINT).orElseThrow();
            Backup backup = Backup.of(world);
            world.append("unwelcome", 1);
            world.awaitProven(21);
            world.stop();
            backup.restore(world);
            own.files().replace(LogFiles.CHECKPOINT, old);

            LogVerdict verdict = world.verify(log);
            assertThat(verdict.faults()).extracting(LogVerdict.Fault::kind).containsExactly(LogVerdict.Kind.TRUNCATED);
        }
    }

    @Test
    void cosignsOneOfTwoHistoriesHoweverTheyRace(DataSource database)
            throws IOException, InterruptedException, ExecutionException {
        try (LogWorld world = new LogWorld(database);
                WitnessServer witness = WitnessServer.over(world)) {
            OwnLog own = world.log(folder);
            witness.requireFor(own);
            List<Callable<Integer>> requests = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                byte[] request = checkpoint(own, "history " + i % 4);
                requests.add(() -> witness.book().addCheckpoint(request).status());
            }
            List<Integer> statuses = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Integer> status : threads.invokeAll(requests)) {
                    statuses.add(status.get());
                }
            }
            assertThat(statuses).contains(200, 422).containsOnly(200, 409, 422);
            assertThat(statuses.stream().filter(status -> status == 422).count())
                    .isEqualTo(9);
            assertThat(world.sql.queryForObject("select count(*) from misbehaviour", Long.class))
                    .isEqualTo(1);
            byte[] kept =
                    Objects.requireNonNull(world.sql.queryForObject("select request from misbehaviour", byte[].class));
            assertThat(WitnessRequest.parse(kept).checkpoint().size()).isEqualTo(7);
        }
    }

    @Test
    void answersAsTheFormatDemands(DataSource database) throws IOException {
        try (LogWorld world = new LogWorld(database);
                WitnessServer witness = WitnessServer.over(world)) {
            OwnLog own = world.log(folder);
            byte[] request = checkpoint(own, "history");
            assertThat(witness.book().addCheckpoint(request).status()).isEqualTo(404);
            witness.requireFor(own);
            String text = new String(request, StandardCharsets.UTF_8);
            assertThat(witness.book()
                            .addCheckpoint("nonsense".getBytes(StandardCharsets.UTF_8))
                            .status())
                    .isEqualTo(400);
            assertThat(answer(witness, text.replace("old 0", "old 8")).status()).isEqualTo(400);
            assertThat(answer(witness, text.replace("\n7\n", "\n6\n")).status()).isEqualTo(403);
            WitnessBook.Answer conflict = answer(witness, text.replace("old 0", "old 5"));
            assertThat(conflict.status()).isEqualTo(409);
            assertThat(conflict.type()).isEqualTo("text/x.tlog.size");
            assertThat(conflict.body()).isEqualTo("0\n");
            assertThat(witness.book().addCheckpoint(request).status()).isEqualTo(200);
            assertThat(answer(witness, text).body()).isEqualTo("7\n");
            assertThat(witness.book().latest(WitnessRows.id(own.origin()))).isPresent();
        }
    }

    private static WitnessBook.Answer answer(WitnessServer witness, String request) {
        return witness.book().addCheckpoint(request.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] checkpoint(OwnLog log, String history) throws IOException {
        MerkleHash root = MerkleHash.leaf(history.getBytes(StandardCharsets.UTF_8));
        SignedNote note = log.keys().sign(new TreeHead(7, root), Instant.EPOCH);
        return WitnessRequest.of(0, List.of(), note).encode();
    }
}
