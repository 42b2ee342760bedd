package vn.lienthong.node.log.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.MerkleFrontier;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.platform.CrashPoints;

/**
 * Gives waiting entries their places: in one transaction that holds the row of the head, so that two processes on one database
 * never give the same place twice, whatever their clocks say. Appenders never touch that row.
 */
final class Sequencing {

    /** Most entries of one batch; with entries of the usual size some megabytes. */
    static final int BATCH = 1024;

    private static final long MOST_OCTETS = 16L << 20;

    private final LogName log;
    private final LogTables tables;
    private final CrashPoints crashPoints;
    private final String owner;

    Sequencing(LogName log, LogTables tables, CrashPoints crashPoints, String owner) {
        this.log = log;
        this.tables = tables;
        this.crashPoints = crashPoints;
        this.owner = owner;
    }

    /**
     * What was committed.
     *
     * @param head of the log now
     * @param entries that got their places, the last ones of the log
     * @param more whether others may wait already
     */
    record Batch(TreeHead head, List<byte[]> entries, boolean more) {}

    /** Places what waits; empty when another process does it at the moment. */
    Optional<Batch> next() {
        Optional<Batch> batch = Objects.requireNonNull(tables.transactions().execute(_ -> place()));
        if (batch.isPresent() && !batch.get().entries().isEmpty()) {
            crashPoints.reach("log.committed");
        }
        return batch;
    }

    private Optional<Batch> place() {
        HeadRows.Head head = tables.heads().lock(log);
        if (head.isHeldByAnother(owner)) {
            return Optional.empty();
        }
        List<LogEntry> found = tables.entries().waiting(log, BATCH);
        List<LogEntry> waiting = bounded(found);
        if (waiting.isEmpty()) {
            return Optional.of(new Batch(head.tree(), List.of(), false));
        }
        MerkleFrontier frontier = edge(head);
        List<byte[]> octets = new ArrayList<>(waiting.size());
        for (LogEntry entry : waiting) {
            byte[] one = entry.octets().toByteArray();
            octets.add(one);
            frontier.append(MerkleHash.leaf(one));
        }
        tables.heads().place(waiting, head.tree().size());
        tables.heads().grow(log, frontier, owner);
        crashPoints.reach("log.placed");
        return Optional.of(new Batch(frontier.head(), octets, found.size() == BATCH || waiting.size() < found.size()));
    }

    private static MerkleFrontier edge(HeadRows.Head head) {
        try {
            return head.edge();
        } catch (LogFormatException e) {
            throw new DamagedLogException(ErrorCode.LOG_DAMAGED, String.valueOf(e.getMessage()));
        }
    }

    private static List<LogEntry> bounded(List<LogEntry> waiting) {
        long octets = 0;
        for (int i = 0; i < waiting.size(); i++) {
            octets += waiting.get(i).octets().size();
            if (octets > MOST_OCTETS) {
                return waiting.subList(0, i + 1);
            }
        }
        return waiting;
    }
}
