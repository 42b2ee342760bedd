package vn.lienthong.node.delivery.internal.upkeep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.delivery.internal.rows.UtcMillis;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.OrphanSweep;
import vn.lienthong.node.storage.PayloadId;

/**
 * Lets go of payloads that nobody needs any more.
 *
 * <p>Guarantees: the row is marked first, then the file is removed, so that a row never promises a payload which is gone; a file
 * left over by a crash in between falls to the orphan sweep. Rows, metadata and evidence stay. Whoever reads a payload at that
 * moment reads it to its end. A parcel to this very node has one payload for both sides: it goes with the last of them.
 */
@Component
@InNodeRole
class PayloadRelease {

    /** Rows are marked, files are still there. */
    static final String MARKED = "upkeep.payloads-marked";

    private static final Logger LOG = LoggerFactory.getLogger(PayloadRelease.class);
    private static final int GROUP = 200;
    private static final int ID_OCTETS = 16;

    /**
     * Every delivery final for long enough. One that is with the recipient's node counts as final when the parcel's time is over:
     * from then on this node has nothing to deliver.
     */
    private static final String SENT = """
        select p.parcel_id from outbound_parcel p
         where p.payload_kept = true and p.parcel_id > ?
           and not exists (select 1 from shipment s where s.parcel_id = p.parcel_id and s.state <> 2)
           and not exists (select 1 from delivery d where d.parcel_id = p.parcel_id
                 and not (d.state >= 3 and d.state_since <= ?) and not (d.state = 2 and p.expires_at <= ?))
         order by p.parcel_id limit ?\
        """;

    /** Every recipient took or refused it long enough ago, and nobody's lease to read it still runs. */
    private static final String RECEIVED = """
        select p.parcel_id from inbound_parcel p
         where p.payload_kept = true and p.parcel_id > ? and p.received_at <= ?
           and not exists (select 1 from inbox_entry e where e.parcel_id = p.parcel_id
                 and (e.state = 0 or e.state_since > ? or e.lease_until > ?))
         order by p.parcel_id limit ?\
        """;

    private final JdbcTemplate sql;
    private final ShortTransactions transactions;
    private final OrphanSweep payloads;
    private final ReleaseProperties properties;
    private final CrashPoints crashPoints;
    private final InstantSource clock;

    PayloadRelease(
            JdbcTemplate sql,
            ShortTransactions transactions,
            OrphanSweep payloads,
            ReleaseProperties properties,
            CrashPoints crashPoints,
            InstantSource clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.payloads = payloads;
        this.properties = properties;
        this.crashPoints = crashPoints;
        this.clock = clock;
    }

    /** Which rows of a table are ripe, behind an identifier. */
    @FunctionalInterface
    private interface Ripe {
        List<byte[]> after(byte[] parcelId);
    }

    /**
     * Releases all that is ripe.
     *
     * @return how many parcels of either side were released
     * @throws IOException if the store fails; what was marked by then is left to the sweep
     */
    int round() throws IOException {
        Instant now = clock.instant();
        Object sent = UtcMillis.column(now.minus(properties.sentAfter()));
        Object received = UtcMillis.column(now.minus(properties.receivedAfter()));
        int released = release("outbound_parcel", after -> ids(SENT, after, sent, sent, GROUP));
        released += release(
                "inbound_parcel", after -> ids(RECEIVED, after, received, received, UtcMillis.column(now), GROUP));
        if (released > 0) {
            LOG.info("Released the payloads of {} parcels", released);
        }
        return released;
    }

    private List<byte[]> ids(String query, Object... arguments) {
        return sql.query(query, (row, _) -> row.getBytes(1), arguments);
    }

    private int release(String table, Ripe ripe) throws IOException {
        int released = 0;
        List<byte[]> group = ripe.after(new byte[ID_OCTETS]);
        while (!group.isEmpty()) {
            mark(table, group);
            crashPoints.reach(MARKED);
            int removed = payloads.removeUnknown(
                    group.stream().map(PayloadRelease::payload).toList());
            LOG.debug("Marked {} parcels as released, removed {} files", group.size(), removed);
            released += group.size();
            group = group.size() < GROUP ? List.of() : ripe.after(group.getLast());
        }
        return released;
    }

    /** What made them ripe never changes back, so that they need not be asked again. */
    private void mark(String table, List<byte[]> group) {
        List<Object[]> rows = group.stream().map(id -> new Object[] {id}).toList();
        transactions.run(
                () -> sql.batchUpdate("update " + table + " set payload_kept = false where parcel_id = ?", rows));
    }

    private static PayloadId payload(byte[] column) {
        ByteBuffer id = ByteBuffer.wrap(column);
        return new PayloadId(new UUID(id.getLong(), id.getLong()));
    }
}
