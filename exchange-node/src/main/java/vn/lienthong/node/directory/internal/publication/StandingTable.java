package vn.lienthong.node.directory.internal.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.database.Columns;

/** The one row of what this installation remembers about its copy of the directory. */
public final class StandingTable {

    private final JdbcClient database;

    StandingTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * A checkpoint of the directory that fitted.
     *
     * @param size entries
     * @param note the signed note; null when there was none yet
     * @param at when it was compared
     */
    public record Compared(
            long size, @Nullable String note, @Nullable Instant at) {}

    /**
     * The snapshot file.
     *
     * @param sequence publication up to which it is folded
     * @param sha256 of its octets
     */
    public record KeptSnapshot(long sequence, Sha256 sha256) {}

    /**
     * How far the directory's log is witnessed.
     *
     * @param size of the last checkpoint that had its quorum
     * @param since when a longer one was first seen without; null when there is none
     * @param told whether an alarm was raised about that
     */
    public record Witnessed(long size, @Nullable Instant since, boolean told) {}

    /** How far the directory's log is witnessed. */
    public Witnessed witnessed() {
        return database.sql("select witnessed_size, unwitnessed_since, unwitnessed_told from directory_standing")
                .query((row, number) -> new Witnessed(row.getLong(1), time(row, 2), row.getBoolean(3)))
                .single();
    }

    /** Keeps how far it is. */
    public void witnessed(Witnessed now) {
        requireOne(database.sql("update directory_standing"
                        + " set witnessed_size = ?, unwitnessed_since = ?, unwitnessed_told = ?")
                .param(now.size())
                .param(now.since() == null ? null : Columns.of(now.since()))
                .param(now.told())
                .update());
    }

    /** When the directory last said that there is nothing newer; the epoch when it never did. */
    public Instant refreshedAt() {
        return database.sql("select refreshed_at from directory_standing")
                .query((row, number) -> Optional.ofNullable(time(row, 1)))
                .single()
                .orElse(Instant.EPOCH);
    }

    /** The directory has nothing newer at this time. */
    public void refresh(Instant at) {
        set("update directory_standing set refreshed_at = ?", Columns.of(at));
    }

    /** Changes behind this publication are watched; empty until the own enrolment was seen. */
    public OptionalLong watchedFrom() {
        return database.sql("select watched_from from directory_standing where watched_from is not null")
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** Begins to watch behind a publication. */
    public void watchFrom(long sequence) {
        set("update directory_standing set watched_from = ?", sequence);
    }

    /** The last checkpoint that fitted. */
    public Compared compared() {
        return database.sql("select checkpoint_size, checkpoint_note, checkpoint_at from directory_standing")
                .query((row, number) -> new Compared(row.getLong(1), row.getString(2), time(row, 3)))
                .single();
    }

    /** Keeps a checkpoint that fitted. */
    public void compared(Compared checkpoint) {
        int rows = database.sql("update directory_standing"
                        + " set checkpoint_size = ?, checkpoint_note = ?, checkpoint_at = ?")
                .param(checkpoint.size())
                .param(checkpoint.note())
                .param(checkpoint.at() == null ? null : Columns.of(checkpoint.at()))
                .update();
        requireOne(rows);
    }

    /** The snapshot file that was written last. */
    public Optional<KeptSnapshot> snapshot() {
        return database.sql("select snapshot_of, snapshot_sha256 from directory_standing where snapshot_of is not null")
                .query((row, number) -> new KeptSnapshot(row.getLong(1), Sha256.fromBytes(row.getBytes(2))))
                .optional();
    }

    /** Keeps the digest of a snapshot file. */
    public void snapshot(KeptSnapshot snapshot) {
        int rows = database.sql("update directory_standing set snapshot_of = ?, snapshot_sha256 = ?")
                .params(snapshot.sequence(), snapshot.sha256().bytes())
                .update();
        requireOne(rows);
    }

    private void set(String statement, Object value) {
        requireOne(database.sql(statement).param(value).update());
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("the directory's standing has one row");
        }
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
