package vn.lienthong.node.log.internal;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    DatabaseLogBook(JdbcTemplate sql, TimeOrderedIds ids, InstantSource clock) {
        this.rows = new EntryRows(sql);
        this.ids = ids;
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
        List<LogEntryId> names = IntStream.range(0, entries.size())
                .mapToObj(_ -> new LogEntryId(ids.next()))
                .toList();
        if (!names.isEmpty()) {
            rows.insert(log, kind, names, entries, clock.instant());
        }
        return names;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<LogPosition> position(LogEntryId id) {
        return rows.position(id);
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
    @Transactional(readOnly = true)
    public LogState state(LogName log) {
        return new LogState(
                log,
                "lienthong.vn/" + log.word(),
                0,
                Sha256.OF_NOTHING,
                0,
                null,
                0,
                List.of(),
                rows.countWaiting(log),
                null);
    }
}
