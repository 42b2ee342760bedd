package vn.lienthong.node.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.log.LogKeys;
import vn.lienthong.node.log.ListedWitnesses;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogEntryKind;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogProperties;
import vn.lienthong.node.log.LogStoodStill;
import vn.lienthong.node.log.LogVerdict;
import vn.lienthong.node.log.ReceiptsReady;
import vn.lienthong.node.platform.CrashPoints;

/** A log over a real database and disk, without the rest of the program. */
final class LogWorld implements AutoCloseable {

    static final String ORIGIN = "lienthong.vn/test";
    private static final LogKeys KEYS = LogKeys.generate(ORIGIN);
    private static final List<String> TABLES = List.of(
            "log_entry", "log_head", "log_witness", "log_timestamp", "log_epoch", "witness_state", "misbehaviour");

    final JdbcTemplate sql;
    final LogTables tables;
    final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system(), new SecureRandom());
    private final LinkedBlockingQueue<Object> events = new LinkedBlockingQueue<>();
    private final List<RunningLog> running = new ArrayList<>();
    private final LogAssembly assembly;

    /** Empties the tables. */
    LogWorld(DataSource database) {
        this(database, -1);
        TABLES.forEach(table -> sql.execute("delete from " + table));
    }

    /** Leaves what is there; the operator answers for this size. */
    LogWorld(DataSource database, long confirmedSize) {
        sql = new JdbcTemplate(database);
        tables = new LogTables(
                new EntryRows(sql),
                new HeadRows(sql),
                new WitnessRows(sql),
                new StampRows(sql),
                new TransactionTemplate(new DataSourceTransactionManager(database)));
        Duration soon = Duration.ofMillis(10);
        assembly = new LogAssembly(
                tables,
                new WitnessClient(HttpClient.newHttpClient(), Duration.ofSeconds(5)),
                new LogProperties(
                        soon, soon, Duration.ofSeconds(5), soon, null, Duration.ofMinutes(1), confirmedSize, 0),
                new StaticListableBeanFactory().getBeanProvider(ListedWitnesses.class),
                CrashPoints.ofThisProcess(),
                events::add,
                InstantSource.system());
    }

    OwnLog log(Path directory) {
        return new OwnLog(LogName.EVENTS, KEYS, new LogFiles(directory));
    }

    /** A log whose keys lie in a file, so that another process has the same. */
    static OwnLog log(Path directory, Path keys) throws IOException {
        Path classical = keys.resolve("classical");
        Path postQuantum = keys.resolve("post-quantum");
        if (Files.notExists(keys)) {
            Files.createDirectories(keys);
            Files.write(classical, KEYS.classical().exportPkcs8().expose());
            Files.write(postQuantum, KEYS.postQuantum().exportPkcs8().expose());
        }
        LogKeys kept = LogKeys.ofPkcs8(ORIGIN, Files.readAllBytes(classical), Files.readAllBytes(postQuantum));
        return new OwnLog(LogName.EVENTS, kept, new LogFiles(directory));
    }

    /** Starts to sequence. */
    RunningLog start(OwnLog log) {
        try {
            log.publishKeys();
            RunningLog started = assembly.assemble(log, false, ids);
            running.add(started);
            started.runner().start();
            started.witnessing().start();
            return started;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Stops all that was started. */
    void stop() {
        try {
            for (RunningLog one : running) {
                one.witnessing().stop();
                one.runner().stop();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        running.clear();
        events.clear();
    }

    /** Appends in one transaction and wakes the runners. */
    List<LogEntryId> append(String name, int count) {
        List<LogEntryId> names = new ArrayList<>();
        List<byte[]> octets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(new LogEntryId(ids.next()));
            octets.add((name + " " + i).getBytes(StandardCharsets.UTF_8));
        }
        insert(names, octets);
        running.forEach(one -> one.runner().wake());
        return names;
    }

    /** Appends entries of these names, each with octets of its own; nobody is woken. */
    void insert(List<LogEntryId> names) {
        insert(
                names,
                names.stream()
                        .map(name -> name.toString().getBytes(StandardCharsets.US_ASCII))
                        .toList());
    }

    private void insert(List<LogEntryId> names, List<byte[]> octets) {
        tables.transactions()
                .executeWithoutResult(_ -> tables.entries()
                        .insert(
                                LogName.EVENTS,
                                LogEntryKind.SECURITY_EVENT,
                                names,
                                octets,
                                InstantSource.system().instant()));
    }

    /** Waits for receipts of so many entries. */
    void awaitProven(long size) {
        Object found = await(event -> event instanceof ReceiptsReady ready && ready.size() >= size);
        assertThat(found).isNotNull();
    }

    /** Waits until a checkpoint of so many entries is signed. */
    void awaitSigned(long size) {
        for (long waited = 0; head().signedSize() < size; waited++) {
            assertThat(waited).as("pauses of ten milliseconds").isLessThan(6000);
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Waits until every entry has its place; returns the size. */
    long awaitNoneWaiting() {
        for (long waited = 0; tables.entries().countWaiting(LogName.EVENTS) > 0; waited++) {
            assertThat(waited).as("pauses of ten milliseconds").isLessThan(6000);
            LockSupport.parkNanos(10_000_000);
        }
        return head().tree().size();
    }

    /** Waits until the log stands still, and says why. */
    ErrorCode awaitStandstill() {
        LogStoodStill event =
                (LogStoodStill) await(one -> one instanceof LogStoodStill stood && stood.standstill() != null);
        return Objects.requireNonNull(event.standstill()).code();
    }

    private Object await(Predicate<Object> wanted) {
        try {
            while (true) {
                Object event = events.poll(60, TimeUnit.SECONDS);
                assertThat(event).as("an event within a minute").isNotNull();
                if (wanted.test(event)) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HeadRows.Head head() {
        return tables.heads().find(LogName.EVENTS).orElseThrow();
    }

    /** Keeps a time-stamp over the last proven checkpoint; the token of the tests is the digest itself. */
    void stamp() {
        HeadRows.Head head = head();
        String note = Objects.requireNonNull(head.provenNote());
        byte[] token =
                Digest.sha256(note.getBytes(StandardCharsets.UTF_8)).toHex().getBytes(StandardCharsets.US_ASCII);
        tables.stamps()
                .keep(
                        LogName.EVENTS,
                        head.provenSize(),
                        note,
                        token,
                        InstantSource.system().instant());
    }

    private static Optional<String> tokenFault(byte[] token, Digest imprint) {
        return imprint.toHex().equals(new String(token, StandardCharsets.US_ASCII))
                ? Optional.empty()
                : Optional.of("not the token of this authority");
    }

    /** Verifies everything. */
    LogVerdict verify(RunningLog log) {
        return new StoredLogVerification.Run(
                        new StoredLogVerification.Parts(
                                log.own(), tables, log.confirmation(), List.of(), LogWorld::tokenFault),
                        (_, _) -> true)
                .verify();
    }

    @Override
    public void close() {
        stop();
    }
}
