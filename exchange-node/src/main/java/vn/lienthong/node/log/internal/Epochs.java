package vn.lienthong.node.log.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.node.log.LogEntryId;
import vn.lienthong.node.log.LogEntryKind;
import vn.lienthong.node.log.LogEpochBegun;
import vn.lienthong.node.log.LogName;
import vn.lienthong.node.platform.StartRefusedException;

/**
 * The epochs of the log of events. A log that lost its last entries must never sign again, as it would contradict what it signed
 * before. The operator may close it for good: it stays as it is, readable, and a new log with another name and other keys begins,
 * whose first entry says so. Entries that still wait go into the new one.
 */
final class Epochs {

    private static final Logger LOG = LoggerFactory.getLogger(Epochs.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LogName NAME = LogName.EVENTS;
    /** The columns are signed octets. */
    private static final int MOST = 100;

    private static final long FIRST_NAME = 0x7000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    private final JdbcTemplate sql;
    private final LogTables tables;
    private final InstantSource clock;

    Epochs(JdbcTemplate sql, LogTables tables, InstantSource clock) {
        this.sql = sql;
        this.tables = tables;
        this.clock = clock;
    }

    /** The origin of an epoch. */
    static String origin(String base, int epoch) {
        return epoch == 1 ? base : base + "/epoch-" + epoch;
    }

    /** The number of the log of today, from 1. */
    int current() {
        Integer last = sql.queryForObject("select coalesce(max(epoch), 0) from log_epoch", Integer.class);
        return last == null ? 1 : last + 1;
    }

    /**
     * Closes the log of today, if the operator asks for the epoch behind it.
     *
     * @param wanted the epoch that the operator asks for; 0 for that of today
     * @param base the origin of the first epoch
     * @param files where the log of today is published
     * @return what was begun; empty when nothing was closed
     * @throws StartRefusedException when the operator asks for a later epoch than the next
     */
    Optional<LogEpochBegun> closeFor(int wanted, String base, LogFiles files) throws IOException {
        int current = current();
        if (wanted <= current) {
            return Optional.empty();
        }
        if (wanted > current + 1 || wanted > MOST) {
            throw new StartRefusedException("lienthong.log.epoch is " + wanted + ", but the log is in epoch " + current
                    + ": the next is " + (current + 1));
        }
        tables.heads().ensure(NAME);
        String origin = origin(base, current);
        String published = files.text(LogFiles.CHECKPOINT)
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .orElse("");
        long size = Objects.requireNonNull(tables.transactions().execute(_ -> close(current, origin, published)));
        LOG.warn("the log {} is closed with {} entries; epoch {} begins", origin, size, wanted);
        return Optional.of(new LogEpochBegun(NAME, wanted, origin, size));
    }

    private long close(int epoch, String origin, String published) {
        HeadRows.Head head = tables.heads().lock(NAME);
        requireOne(sql.update(
                "insert into log_epoch (epoch, origin, size, root, closed_at) values (?, ?, ?, ?, ?)",
                epoch,
                origin,
                head.tree().size(),
                head.tree().root().toByteArray(),
                EntryRows.utc(clock.instant())));
        int moved = sql.update(
                "update log_entry set log = ? where log = ? and leaf_index is not null", -epoch, NAME.column());
        if (moved != head.tree().size()) {
            LOG.warn(
                    "the closed log has {} rows of {} entries",
                    moved,
                    head.tree().size());
        }
        for (String table : List.of("log_head", "log_witness", "log_timestamp")) {
            int rows = sql.update("update " + table + " set log = ? where log = ?", -epoch, NAME.column());
            LOG.debug("{} rows of {} belong to the closed log", rows, table);
        }
        tables.heads().ensure(NAME);
        LogEntryId first = new LogEntryId(new UUID(FIRST_NAME, VARIANT_2 | epoch));
        tables.entries()
                .insert(
                        NAME,
                        LogEntryKind.EPOCH,
                        List.of(first),
                        List.of(entry(epoch, origin, head, published)),
                        clock.instant());
        return head.tree().size();
    }

    /** The first entry of the new log: what is known of the closed one, and the last that it signed, which may be more. */
    private static byte[] entry(int epoch, String origin, HeadRows.Head head, String published) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("v", 1);
        entry.put("kind", "epoch");
        entry.put("epoch", epoch + 1);
        entry.put("closedOrigin", origin);
        entry.put("closedSize", head.tree().size());
        entry.put("closedRoot", head.tree().root().toBase64());
        entry.put("lastCheckpoint", published);
        return JSON.writeValueAsBytes(entry);
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("one row per epoch");
        }
    }

    /** Puts the files of closed epochs aside; goes on where a crash stopped it. */
    void putFilesAside(String base, LogFiles files) throws IOException {
        for (int epoch = 1; epoch < current(); epoch++) {
            files.putAside(origin(base, epoch), epoch);
        }
    }
}
