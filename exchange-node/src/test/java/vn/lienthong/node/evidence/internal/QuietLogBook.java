package vn.lienthong.node.evidence.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.log.LogBook;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogEntryKind;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogPosition;
import vn.lienthong.node.log.LogState;

/**
 * A log that takes everything and never gets anywhere.
 *
 * @param ids names the entries
 */
record QuietLogBook(TimeOrderedIds ids) implements LogBook {

    @Override
    public LogEntryId append(LogName log, LogEntryKind kind, byte[] octets) {
        return new LogEntryId(ids.next());
    }

    @Override
    public List<LogEntryId> appendAll(LogName log, LogEntryKind kind, List<byte[]> entries) {
        return entries.stream().map(octets -> append(log, kind, octets)).toList();
    }

    @Override
    public Optional<LogPosition> position(LogEntryId id) {
        return Optional.empty();
    }

    @Override
    public Optional<LogEntry> find(LogEntryId id) {
        return Optional.empty();
    }

    @Override
    public List<LogEntry> entries(LogName log, long from, int limit) {
        return List.of();
    }

    @Override
    public Optional<Octets> proof(LogEntryId id) {
        return Optional.empty();
    }

    @Override
    public Map<LogEntryId, Octets> proofs(Collection<LogEntryId> wanted) {
        return Map.of();
    }

    @Override
    public Optional<Octets> plainProof(LogEntryId id) {
        return Optional.empty();
    }

    @Override
    public Optional<Octets> consistency(LogName log, long size) {
        return Optional.empty();
    }

    @Override
    public LogState state(LogName log) {
        throw new UnsupportedOperationException("a log that never gets anywhere has no state");
    }
}
