package vn.lienthong.node.log.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogEntryKind;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogPosition;

/** The rows of entries. */
final class EntryRows {

    private static final String COLUMNS = "select entry_id, leaf_index, kind, octets, appended_at from log_entry";
    private static final int IDS_PER_STATEMENT = 256;
    private static final long MOST_COUNTED = 100_000;

    private final JdbcTemplate sql;

    EntryRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** Adds waiting entries. */
    void insert(LogName log, LogEntryKind kind, List<LogEntryId> ids, List<byte[]> entries, Instant now) {
        LocalDateTime time = utc(now);
        List<Object[]> rows = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            rows.add(new Object[] {Columns.octets(ids.get(i).value()), log.column(), kind.column(), entries.get(i), time
            });
        }
        String insert = "insert into log_entry (entry_id, log, kind, octets, appended_at) values (?, ?, ?, ?, ?)";
        int[] counts = sql.batchUpdate(insert, rows);
        if (counts.length != rows.size()) {
            throw new IllegalStateException("one row per entry");
        }
    }

    Optional<LogEntry> find(LogEntryId id) {
        return sql
                .query(COLUMNS + " where entry_id = ?", EntryRows::entry, (Object) Columns.octets(id.value()))
                .stream()
                .findFirst();
    }

    /** Where the entries stand; those that wait, and those that are none, are left out. */
    Map<LogEntryId, LogPosition> positions(Collection<LogEntryId> ids) {
        Map<LogEntryId, LogPosition> found = new LinkedHashMap<>();
        List<LogEntryId> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += IDS_PER_STATEMENT) {
            List<LogEntryId> some = all.subList(from, Math.min(from + IDS_PER_STATEMENT, all.size()));
            sql.query(
                    "select log, leaf_index, entry_id from log_entry where leaf_index is not null and entry_id in ("
                            + String.join(",", Collections.nCopies(some.size(), "?")) + ")",
                    row -> {
                        found.put(
                                new LogEntryId(Columns.uuid(row.getBytes(3))), position(row.getInt(1), row.getLong(2)));
                    },
                    some.stream().map(id -> Columns.octets(id.value())).toArray());
        }
        return found;
    }

    /** These entries, waiting or placed; those that are none are left out. At most 256 are asked for. */
    Map<LogEntryId, LogEntry> all(Collection<LogEntryId> ids) {
        Map<LogEntryId, LogEntry> found = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.query(
                            COLUMNS + " where entry_id in (" + String.join(",", Collections.nCopies(ids.size(), "?"))
                                    + ")",
                            EntryRows::entry,
                            ids.stream().map(id -> Columns.octets(id.value())).toArray())
                    .forEach(entry -> found.put(entry.id(), entry));
        }
        return found;
    }

    /** Entries with a place, in the order of the log. */
    List<LogEntry> from(LogName log, long from, int limit) {
        return sql.query(
                COLUMNS + " where log = ? and leaf_index >= ? order by leaf_index limit ?",
                EntryRows::entry,
                log.column(),
                from,
                limit);
    }

    /** Entries with places from one on and before another; more than there are places when the table was tampered with. */
    List<LogEntry> between(LogName log, long from, long end) {
        return sql.query(
                COLUMNS + " where log = ? and leaf_index >= ? and leaf_index < ? order by leaf_index limit "
                        + 2 * IDS_PER_STATEMENT,
                EntryRows::entry,
                log.column(),
                from,
                end);
    }

    /** Number of entries with places from this one on. */
    long countFrom(LogName log, long from) {
        Long count = sql.queryForObject(
                "select count(*) from log_entry where log = ? and leaf_index >= ?", Long.class, log.column(), from);
        return count == null ? 0 : count;
    }

    /** Entries without a place, in the order in which they were appended. */
    List<LogEntry> waiting(LogName log, int limit) {
        return sql.query(
                COLUMNS + " where log = ? and leaf_index is null order by entry_id limit ?",
                EntryRows::entry,
                log.column(),
                limit);
    }

    /** The name of the entry that waits behind all others; null when none does. */
    @Nullable
    UUID lastWaiting(LogName log) {
        return sql
                .query(
                        "select entry_id from log_entry where log = ? and leaf_index is null order by entry_id desc"
                                + " limit 1",
                        (row, _) -> Columns.uuid(row.getBytes(1)),
                        log.column())
                .stream()
                .findFirst()
                .orElse(null);
    }

    long countWaiting(LogName log) {
        Long count = sql.queryForObject(
                "select count(*) from (select 1 from log_entry where log = ? and leaf_index is null limit ?) waiting",
                Long.class,
                log.column(),
                MOST_COUNTED);
        return count == null ? 0 : count;
    }

    private static LogEntry entry(ResultSet row, int number) throws SQLException {
        return new LogEntry(
                new LogEntryId(Columns.uuid(row.getBytes(1))),
                LogEntryKind.of(row.getInt(3)),
                Octets.of(row.getBytes(4)),
                Columns.instant(row.getObject(5, LocalDateTime.class)),
                index(row));
    }

    private static @Nullable Long index(ResultSet row) throws SQLException {
        long index = row.getLong(2);
        return row.wasNull() ? null : index;
    }

    private static LogPosition position(int column, long index) {
        return column < 0 ? new LogPosition(LogName.EVENTS, index, -column) : new LogPosition(log(column), index);
    }

    private static LogName log(int column) {
        for (LogName name : LogName.values()) {
            if (name.column() == column) {
                return name;
            }
        }
        throw new IllegalStateException("no log has the number " + column);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }
}
