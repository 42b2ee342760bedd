package vn.lienthong.node.log.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.log.LogTimestamps.Stamped;

/** The rows of time-stamps over checkpoints. */
final class StampRows {

    private final JdbcTemplate sql;

    StampRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    Optional<Stamped> covering(int column, long index) {
        return sql
                .query(
                        "select size, note, token, stamped_at from log_timestamp where log = ? and size > ?"
                                + " order by size limit 1",
                        (row, _) -> stamped(row),
                        column,
                        index)
                .stream()
                .findFirst();
    }

    /** The time-stamps over checkpoints of more than one size and at most another, in their order. */
    List<Stamped> between(LogName log, long above, long upTo) {
        return sql.query(
                "select size, note, token, stamped_at from log_timestamp where log = ? and size > ? and size <= ?"
                        + " order by size",
                (row, _) -> stamped(row),
                log.column(),
                above,
                upTo);
    }

    private static Stamped stamped(ResultSet row) throws SQLException {
        return new Stamped(
                row.getLong(1),
                Octets.of(row.getString(2).getBytes(StandardCharsets.UTF_8)),
                Octets.of(row.getBytes(3)),
                row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    /** The number of the closed log of that origin. */
    Optional<Integer> closedEpoch(String origin) {
        return sql.query("select epoch from log_epoch where origin = ?", (row, _) -> row.getInt(1), origin).stream()
                .findFirst();
    }

    /** Size of the last checkpoint that has a time-stamp. */
    long latest(LogName log) {
        Long size = sql.queryForObject(
                "select coalesce(max(size), 0) from log_timestamp where log = ?", Long.class, log.column());
        return size == null ? 0 : size;
    }

    void keep(LogName log, long size, String note, byte[] token, Instant now) {
        int rows = sql.update(
                "insert ignore into log_timestamp (log, size, note, token, stamped_at) values (?, ?, ?, ?, ?)",
                log.column(),
                size,
                note,
                token,
                EntryRows.utc(now));
        if (rows > 1) {
            throw new IllegalStateException("one time-stamp per checkpoint");
        }
    }
}
