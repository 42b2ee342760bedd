package vn.lienthong.node.log.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.core.value.Octets;
import vn.lienthong.crypto.log.LogFormatException;
import vn.lienthong.crypto.log.MerkleFrontier;
import vn.lienthong.crypto.log.MerkleHash;
import vn.lienthong.crypto.log.TreeHead;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.log.LogEntry;
import vn.lienthong.node.log.LogName;

/** The committed head of each log, and who sequences it. */
final class HeadRows {

    private static final String COLUMNS =
            "select size, root, frontier, signed_size, signed_note, proven_size, proven_note, lease_owner,"
                    + " coalesce(lease_until > utc_timestamp(3), false) from log_head where log = ?";
    private static final int LEASE_SECONDS = 15;
    private static final int ROWS_PER_STATEMENT = 256;

    private final JdbcTemplate sql;

    HeadRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * What is committed about a log.
     *
     * @param tree size and root of all sequenced entries
     * @param frontier the state from which the tree goes on
     * @param signedSize size of the last checkpoint that was published
     * @param signedNote that checkpoint
     * @param provenSize size of the last checkpoint with its quorum
     * @param provenNote that checkpoint with the cosignatures
     * @param owner who sequences, or did
     * @param leased whether that one still may
     */
    record Head(
            TreeHead tree,
            Octets frontier,
            long signedSize,
            @Nullable String signedNote,
            long provenSize,
            @Nullable String provenNote,
            @Nullable String owner,
            boolean leased) {

        boolean isHeldByAnother(String me) {
            return leased && owner != null && !owner.equals(me);
        }

        /** The right edge of the tree; refuses one that does not belong to size and root. */
        MerkleFrontier edge() throws LogFormatException {
            MerkleFrontier edge = MerkleFrontier.ofState(frontier.toByteArray());
            if (!edge.head().equals(tree)) {
                throw new LogFormatException("size, root and frontier of the log's row do not belong together");
            }
            return edge;
        }
    }

    /** Makes the row of a log that begins. */
    void ensure(LogName log) {
        MerkleFrontier empty = new MerkleFrontier();
        int made = sql.update(
                "insert ignore into log_head (log, size, root, frontier, signed_size, proven_size)"
                        + " values (?, 0, ?, ?, 0, 0)",
                log.column(),
                empty.root().toByteArray(),
                empty.toByteArray());
        if (made > 1) {
            throw new IllegalStateException("one head per log");
        }
    }

    Optional<Head> find(LogName log) {
        return find(log.column());
    }

    /** The head of a log, also of a closed one. */
    Optional<Head> find(int column) {
        return sql.query(COLUMNS, HeadRows::head, column).stream().findFirst();
    }

    /** The head, locked until the end of the transaction. */
    Head lock(LogName log) {
        return sql.query(COLUMNS + " for update", HeadRows::head, log.column()).getFirst();
    }

    /** Gives waiting entries their places, from {@code first} on. */
    void place(List<LogEntry> entries, long first) {
        for (int from = 0; from < entries.size(); from += ROWS_PER_STATEMENT) {
            List<LogEntry> some = entries.subList(from, Math.min(from + ROWS_PER_STATEMENT, entries.size()));
            Object[] arguments = new Object[3 * some.size()];
            for (int i = 0; i < some.size(); i++) {
                byte[] id = Columns.octets(some.get(i).id().value());
                arguments[2 * i] = id;
                arguments[2 * i + 1] = first + from + i;
                arguments[2 * some.size() + i] = id;
            }
            String cases = " when ? then ?".repeat(some.size());
            String ids = String.join(",", Collections.nCopies(some.size(), "?"));
            int placed = sql.update(
                    "update log_entry set leaf_index = case entry_id" + cases + " end where leaf_index is null"
                            + " and entry_id in (" + ids + ")",
                    arguments);
            if (placed != some.size()) {
                throw new IllegalStateException("waiting entries were changed while they got their places");
            }
        }
    }

    /** Commits to a longer tree and takes the lease for some seconds more; the caller holds the lock. */
    void grow(LogName log, MerkleFrontier frontier, String owner) {
        requireOne(sql.update(
                "update log_head set size = ?, root = ?, frontier = ?, lease_owner = ?,"
                        + " lease_until = utc_timestamp(3) + interval " + LEASE_SECONDS + " second where log = ?",
                frontier.size(),
                frontier.root().toByteArray(),
                frontier.toByteArray(),
                owner,
                log.column()));
    }

    /** Remembers the checkpoint that is published. */
    void signed(LogName log, long size, String note) {
        requireOne(sql.update(
                "update log_head set signed_size = ?, signed_note = ? where log = ?", size, note, log.column()));
    }

    /** As {@link #signed}, for a checkpoint that needs no witness. */
    void signedAndProven(LogName log, long size, String note) {
        requireOne(sql.update(
                "update log_head set signed_size = ?, signed_note = ?, proven_size = ?, proven_note = ? where log = ?",
                size,
                note,
                size,
                note,
                log.column()));
    }

    /** Remembers the checkpoint that reached its quorum, unless a later one did. */
    boolean proven(LogName log, long size, String note) {
        return sql.update(
                        "update log_head set proven_size = ?, proven_note = ? where log = ? and proven_size < ?",
                        size,
                        note,
                        log.column(),
                        size)
                == 1;
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("the head of the log is gone");
        }
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        byte[] root = row.getBytes(2);
        return new Head(
                new TreeHead(row.getLong(1), MerkleHash.of(Arrays.copyOf(root, MerkleHash.SIZE))),
                Octets.of(row.getBytes(3)),
                row.getLong(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9));
    }
}
