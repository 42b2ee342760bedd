package vn.lienthong.node.delivery.internal.upkeep;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.Lane;
import vn.lienthong.node.delivery.QueueFigures;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.delivery.internal.rows.UtcMillis;
import vn.lienthong.node.platform.InNodeRole;

/** Finds and frees rows that nothing else would ever touch again. Every statement walks an index and takes few rows at a time. */
@Component
@InNodeRole
class StuckRows {

    /** How many rows one statement frees; the next round goes on. */
    static final int GROUP = 500;

    /** Longer than any lease, and than any pause that a retry or a peer may ask for. */
    static final Duration FAR = Duration.ofHours(2);

    /** How long a lease may be over before somebody else than its queue looks after it. */
    static final Duration OVERDUE = Duration.ofMinutes(2);

    /** Figures are for everybody who runs the node: secrets do not stand in them. */
    private static final String OF_SECRETS = "select count(*) from outbound_parcel p join shipment s on s.parcel_id ="
            + " p.parcel_id where p.secrecy > 0 and ";

    private final JdbcTemplate sql;
    private final ShortTransactions transactions;

    StuckRows(JdbcTemplate sql, ShortTransactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Claims without lease, whose lease is over, or ends so late that the clock must have jumped. */
    int freeClaims(String table, Instant now) {
        return update(
                "update " + table + " set state = 0, owner = null, lease_until = null, next_attempt_at = ?"
                        + " where state = 1 and (lease_until is null or lease_until < ? or lease_until > ?) limit ?",
                UtcMillis.column(now),
                UtcMillis.column(now.minus(OVERDUE)),
                UtcMillis.column(now.plus(FAR)),
                GROUP);
    }

    /** Pauses that no retry asks for: the clock was ahead when they began. */
    int shortenPauses(String table, Instant now) {
        return update(
                "update " + table + " set next_attempt_at = ? where state = 0 and next_attempt_at > ? limit ?",
                UtcMillis.column(now),
                UtcMillis.column(now.plus(FAR)),
                GROUP);
    }

    /**
     * Deliveries that are not at the recipient's node and that no shipment will bring there: an answer did not speak of them, or
     * the shipment has vanished. They are shipped again, after a quarter of an hour first, later less and less often; the receiver
     * answers with what it has. When the parcel's time is over, the shipment expires as any other.
     */
    int reship(Instant now) {
        Object time = UtcMillis.column(now);
        return call(() -> {
            List<byte[][]> stranded =
                    sql.query("""
                        select d.parcel_id, d.target_node from delivery d
                          left join shipment s on s.parcel_id = d.parcel_id and s.target_node = d.target_node
                         where d.state in (0, 1) and (s.state is null or s.state = 2)
                           and timestampadd(second, least(900 * pow(2, least(coalesce(s.attempts, 0), 7)), 86400), d.state_since) <= ?
                         order by d.state_since limit ?\
                        """, (row, _) -> new byte[][] {row.getBytes(1), row.getBytes(2)}, time, GROUP);
            for (byte[][] key : stranded) {
                ship(key, time);
            }
            return stranded.size();
        });
    }

    private void ship(byte[][] key, Object now) {
        String target = new String(key[1], StandardCharsets.US_ASCII);
        sql.update("""
            insert into shipment (parcel_id, target_node, lane, state, next_attempt_at, attempts)
            select p.parcel_id, ?, case when p.payload_size > ? then 2 when p.urgency > 0 then 0 else 1 end, 0, ?, 1
              from outbound_parcel p where p.parcel_id = ?
            on duplicate key update state = 0, next_attempt_at = values(next_attempt_at),
                                    attempts = shipment.attempts + 1, owner = null, lease_until = null\
            """, target, Lane.MAX_BATCHED, now, key[0]);
        sql.update(
                "update delivery set state = 0, state_since = ? where parcel_id = ? and target_node = ? and state in"
                        + " (0, 1)",
                now,
                key[0],
                target);
    }

    /** Counts what is on its way. */
    QueueFigures count(Instant now) {
        Object time = UtcMillis.column(now);
        QueueFigures.Waiting waiting = new QueueFigures.Waiting(lane(0), lane(1), lane(2));
        return new QueueFigures(
                now,
                waiting,
                number("select count(*) from shipment where state = 1") - number(OF_SECRETS + "s.state = 1"),
                number("select count(*) from evidence_shipment where state < 2"),
                number(
                        "select greatest(coalesce(timestampdiff(second, min(next_attempt_at), ?), 0), 0) from shipment"
                                + " where state = 0",
                        time),
                number(
                        "select count(*) from delivery d join outbound_parcel p on p.parcel_id = d.parcel_id"
                                + " where d.state = 2 and p.secrecy = 0 and p.expires_at <= ?",
                        time));
    }

    private long lane(int lane) {
        return number("select count(*) from shipment where state = 0 and lane = ?", lane)
                - number(OF_SECRETS + "s.state = 0 and s.lane = ?", lane);
    }

    private long number(String query, Object... arguments) {
        Long number = sql.queryForObject(query, Long.class, arguments);
        return number == null ? 0 : number;
    }

    private int update(String statement, Object... arguments) {
        return call(() -> sql.update(statement, arguments));
    }

    private int call(IntSupplier work) {
        return transactions.call(work::getAsInt);
    }
}
