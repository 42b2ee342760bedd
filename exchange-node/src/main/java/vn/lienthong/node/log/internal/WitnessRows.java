package vn.lienthong.node.log.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.crypto.log.Checkpoint;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.log.LogName;

/** What witnesses know: those of the own logs, and this installation as a witness of others. */
final class WitnessRows {

    private final JdbcTemplate sql;

    WitnessRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * What a witness of an own log has cosigned last.
     *
     * @param witness its name
     * @param size of the checkpoint
     * @param at when
     */
    record Cosigned(String witness, long size, Instant at) {}

    List<Cosigned> cosigned(LogName log) {
        return sql.query(
                "select witness, cosigned_size, cosigned_at from log_witness where log = ?",
                (row, _) -> new Cosigned(
                        row.getString(1),
                        row.getLong(2),
                        row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC)),
                log.column());
    }

    void cosigned(LogName log, Collection<Cosigned> news) {
        for (Cosigned one : news) {
            int rows = sql.update(
                    "insert into log_witness (log, witness, cosigned_size, cosigned_at) values (?, ?, ?, ?)"
                            + " on duplicate key update cosigned_size = values(cosigned_size),"
                            + " cosigned_at = values(cosigned_at)",
                    log.column(),
                    one.witness(),
                    one.size(),
                    EntryRows.utc(one.at()));
            if (rows > 2) {
                throw new IllegalStateException("one row per witness");
            }
        }
    }

    /**
     * What this installation knows of a log that it witnesses.
     *
     * @param head the head that it cosigned last
     * @param note that checkpoint with its cosignatures; null when it never cosigned one
     */
    record Known(TreeHead head, @Nullable String note) {}

    Optional<Known> known(Sha256 origin) {
        return sql
                .query(
                        "select size, root, note from witness_state where origin_sha256 = ?",
                        WitnessRows::known,
                        (Object) origin.bytes())
                .stream()
                .findFirst();
    }

    /** Makes the row of a log that is seen for the first time. */
    void begin(String origin, Instant now) {
        int made = sql.update(
                "insert ignore into witness_state (origin_sha256, origin, size, root, updated_at)"
                        + " values (?, ?, 0, ?, ?)",
                id(origin).bytes(),
                origin,
                TreeHead.empty().root().toByteArray(),
                EntryRows.utc(now));
        if (made > 1) {
            throw new IllegalStateException("one row per log");
        }
    }

    /** As {@link #known}, locked until the end of the transaction. */
    Known lock(String origin) {
        return sql.query(
                        "select size, root, note from witness_state where origin_sha256 = ? for update",
                        WitnessRows::known,
                        (Object) id(origin).bytes())
                .getFirst();
    }

    void keep(Checkpoint checkpoint, String note, Instant now) {
        int rows = sql.update(
                "update witness_state set size = ?, root = ?, note = ?, updated_at = ? where origin_sha256 = ?",
                checkpoint.size(),
                checkpoint.root().toByteArray(),
                note,
                EntryRows.utc(now),
                id(checkpoint.origin()).bytes());
        if (rows != 1) {
            throw new IllegalStateException("the state of a witnessed log is gone");
        }
    }

    /** Keeps the proof that a log showed two histories; the same proof twice is one. */
    boolean keepMisbehaviour(UUID id, Checkpoint shown, String knownNote, byte[] request, Instant now) {
        return sql.update(
                        "insert into misbehaviour (misbehaviour_id, origin, size, known_note, request, found_at)"
                                + " select ?, ?, ?, ?, ?, ? from dual where not exists (select 1 from misbehaviour"
                                + " where origin = ? and size = ?)",
                        Columns.octets(id),
                        shown.origin(),
                        shown.size(),
                        knownNote,
                        request,
                        EntryRows.utc(now),
                        shown.origin(),
                        shown.size())
                == 1;
    }

    static Sha256 id(String origin) {
        return Sha256.of(origin.getBytes(StandardCharsets.UTF_8));
    }

    private static Known known(ResultSet row, int number) throws SQLException {
        return new Known(new TreeHead(row.getLong(1), MerkleHash.of(row.getBytes(2))), row.getString(3));
    }
}
