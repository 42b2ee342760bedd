package vn.lienthong.node.log.internal;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogEntryKind;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogPosition;
import vn.lienthong.node.log.LogState;

/** The logs in the database of this installation. */
@Service
class DatabaseLogBook implements LogBook {

    private static final int LONGEST_PAGE = 1000;

    private final EntryRows rows;
    private final HeadRows heads;
    private final RunningLogs logs;
    private final Proofs proofs;
    private final EntryNames names;
    private final InstantSource clock;

    DatabaseLogBook(LogTables tables, RunningLogs logs, TimeOrderedIds ids, InstantSource clock) {
        this.rows = tables.entries();
        this.heads = tables.heads();
        this.logs = logs;
        this.proofs = new Proofs(tables, logs);
        this.names = new EntryNames(tables.entries(), ids);
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public LogEntryId append(LogName log, LogEntryKind kind, byte[] octets) {
        return appendAll(log, kind, List.of(octets)).getFirst();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<LogEntryId> appendAll(LogName log, LogEntryKind kind, List<byte[]> entries) {
        for (byte[] entry : entries) {
            if (entry.length == 0 || entry.length > MAX_ENTRY) {
                throw new IllegalArgumentException("an entry of " + entry.length + " octets");
            }
        }
        List<LogEntryId> named = names.next(log, entries.size());
        if (!named.isEmpty()) {
            rows.insert(log, kind, named, entries, clock.instant());
            TransactionSynchronizationManager.registerSynchronization(new WakesAfterCommit(logs.get(log)));
        }
        return named;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LogPosition> position(LogEntryId id) {
        return Optional.ofNullable(rows.positions(List.of(id)).get(id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LogEntry> find(LogEntryId id) {
        return rows.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<LogEntry> entries(LogName log, long from, int limit) {
        return rows.from(log, Math.max(from, 0), Math.clamp(limit, 1, LONGEST_PAGE));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Octets> proof(LogEntryId id) {
        return Optional.ofNullable(
                proofs.of(List.of(id), HeadRows.Head::provenNote).get(id));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<LogEntryId, Octets> proofs(Collection<LogEntryId> ids) {
        return proofs.of(ids, HeadRows.Head::provenNote);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Octets> plainProof(LogEntryId id) {
        return Optional.ofNullable(
                proofs.of(List.of(id), HeadRows.Head::signedNote).get(id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Octets> consistency(LogName log, long size) {
        return proofs.consistency(log, size);
    }

    @Override
    @Transactional(readOnly = true)
    public LogState state(LogName log) {
        HeadRows.Head head = heads.find(log).orElseThrow();
        RunningLog running = logs.get(log);
        return new LogState(
                log,
                running.own().origin(),
                head.tree().size(),
                Sha256.fromBytes(head.tree().root().toByteArray()),
                head.signedSize(),
                head.signedNote(),
                head.provenSize(),
                running.witnessing().views(),
                rows.countWaiting(log),
                running.runner().standstill().orElse(null));
    }

    private record WakesAfterCommit(RunningLog log) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            log.runner().wake();
        }
    }
}
