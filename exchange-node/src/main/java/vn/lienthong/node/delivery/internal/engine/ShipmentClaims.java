package vn.lienthong.node.delivery.internal.engine;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.delivery.Lane;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.SegmentTable;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.internal.rows.ClaimOwner;
import vn.lienthong.node.delivery.internal.rows.ColumnCodes;
import vn.lienthong.node.delivery.internal.rows.OutboundParcelRow;
import vn.lienthong.node.delivery.internal.rows.ShipmentRow;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.delivery.internal.rows.UtcMillis;
import vn.lienthong.node.delivery.internal.transport.ClaimedShipment;
import vn.lienthong.node.delivery.internal.transport.PullMailbox;
import vn.lienthong.node.platform.InNodeRole;

/** Takes due shipments out of the queue, each by one worker only: locked, marked and leased in one transaction. */
@InNodeRole
@Component
class ShipmentClaims {

    private static final Logger LOG = LoggerFactory.getLogger(ShipmentClaims.class);

    /** Longer than any batch takes; large uploads renew it. */
    static final Duration LEASE = Duration.ofMinutes(15);

    /** A claim that is younger may be one whose transaction has just ended elsewhere in this installation. */
    private static final Duration SETTLED = Duration.ofSeconds(10);

    /** How long shipments are put aside for a node that is away; they are due at once when it comes. */
    static final Duration PARKED = Duration.ofMinutes(10);

    private final EntityManager entities;
    private final JdbcTemplate sql;
    private final ShortTransactions transactions;
    private final ClaimOwner installation;
    private final PullMailbox mailbox;
    private final ClaimsInHand inHand = new ClaimsInHand();

    ShipmentClaims(
            EntityManager entities,
            JdbcTemplate sql,
            ShortTransactions transactions,
            ClaimOwner installation,
            PullMailbox mailbox) {
        this.entities = entities;
        this.sql = sql;
        this.transactions = transactions;
        this.installation = installation;
        this.mailbox = mailbox;
    }

    /** A queue that takes no more for the moment. */
    record Closed(NodeId target, Lane lane) {}

    private record Due(UUID parcelId, String target, int lane, int attempts) {
        byte[] key() {
            return Columns.octets(parcelId);
        }
    }

    /**
     * What was due.
     *
     * @param shipments claimed
     * @param parked nodes that fetch their parcels and are away; theirs were put aside
     * @param more whether there may be more that is due
     */
    record Claim(List<ClaimedShipment> shipments, Set<NodeId> parked, boolean more) {}

    /** Claims what is due, urgent first, leaving out closed queues; puts aside what nobody comes for at the moment. */
    Claim claim(Instant now, int limit, Collection<Closed> closed) {
        Claim claim = inHand.take(() -> claimDue(now, limit, closed), taken -> ClaimsInHand.Name.of(taken.shipments()));
        // Whoever came meanwhile may have looked for parked shipments before these were.
        int back = claim.parked().stream()
                .filter(node -> !mailbox.isAway(node))
                .mapToInt(node -> unpark(node, now))
                .sum();
        return new Claim(claim.shipments(), claim.parked(), claim.more() || back > 0);
    }

    private Claim claimDue(Instant now, int limit, Collection<Closed> closed) {
        return transactions.call(() -> {
            List<Due> due = new ArrayList<>(due(now, limit, closed));
            Set<NodeId> away = due.stream()
                    .map(row -> new NodeId(row.target()))
                    .filter(mailbox::isAway)
                    .collect(Collectors.toSet());
            List<Due> ready = new ArrayList<>(due);
            ready.removeIf(row -> away.contains(new NodeId(row.target())));
            due.removeAll(ready);
            park(due, now);
            mark(ready, now);
            return new Claim(withHeads(ready), away, ready.size() + due.size() == limit);
        });
    }

    private void park(List<Due> rows, Instant now) {
        Object later = UtcMillis.column(now.plus(PARKED));
        sql.batchUpdate(
                "update shipment set next_attempt_at = ? where parcel_id = ? and target_node = ?",
                rows.stream()
                        .map(row -> new Object[] {later, row.key(), row.target()})
                        .toList());
    }

    /** Makes due at once what waits for the node. */
    int unpark(NodeId node, Instant now) {
        Object time = UtcMillis.column(now);
        return transactions.call(() -> sql.update(
                "update shipment set next_attempt_at = ? where target_node = ? and state = 0 and next_attempt_at > ?",
                time,
                node.value(),
                time));
    }

    private List<Due> due(Instant now, int limit, Collection<Closed> closed) {
        StringBuilder query = new StringBuilder(
                "select parcel_id, target_node, lane, attempts from shipment where state = 0 and next_attempt_at <= ?");
        List<Object> arguments = new ArrayList<>(List.of(UtcMillis.column(now)));
        for (Closed queue : closed) {
            query.append(" and not (lane = ? and target_node = ?)");
            arguments.add(ColumnCodes.of(queue.lane()));
            arguments.add(queue.target().value());
        }
        query.append(" order by lane, next_attempt_at limit ? for update skip locked");
        arguments.add(limit);
        return sql.query(query.toString(), ShipmentClaims::due, arguments.toArray());
    }

    /** Claims shipments whose parcels have expired, whenever their next try would be. */
    List<ClaimedShipment> claimExpired(Instant now, int limit) {
        return inHand.take(() -> claimLate(now, limit), ClaimsInHand.Name::of);
    }

    private List<ClaimedShipment> claimLate(Instant now, int limit) {
        return transactions.call(() -> {
            List<Due> late = sql.query(
                    "select s.parcel_id, s.target_node, s.lane, s.attempts from shipment s join outbound_parcel p"
                            + " on p.parcel_id = s.parcel_id where s.state = 0 and p.expires_at <= ? limit ?"
                            + " for update skip locked",
                    ShipmentClaims::due,
                    UtcMillis.column(now),
                    limit);
            mark(late, now);
            return withHeads(late);
        });
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(Columns.uuid(row.getBytes(1)), row.getString(2), row.getInt(3), row.getInt(4));
    }

    private void mark(List<Due> due, Instant now) {
        if (due.isEmpty()) {
            return;
        }
        Object until = UtcMillis.column(now.plus(LEASE));
        sql.batchUpdate(
                "update shipment set state = 1, owner = ?, lease_until = ? where parcel_id = ? and target_node = ?",
                due.stream()
                        .map(row -> new Object[] {installation.id(), until, row.key(), row.target()})
                        .toList());
        sql.batchUpdate(
                "update delivery set state = ?, state_since = ? where parcel_id = ? and target_node = ? and state = ?",
                due.stream()
                        .map(row -> new Object[] {
                            ColumnCodes.of(DeliveryStage.IN_TRANSIT),
                            UtcMillis.column(now),
                            row.key(),
                            row.target(),
                            ColumnCodes.of(DeliveryStage.QUEUED)
                        })
                        .toList());
    }

    private List<ClaimedShipment> withHeads(List<Due> due) {
        if (due.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = due.stream().map(Due::parcelId).distinct().toList();
        Map<UUID, ParcelHead> heads = entities
                .createQuery("from OutboundParcelRow p where p.parcelId in :ids", OutboundParcelRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(ShipmentClaims::head)
                .collect(Collectors.toMap(head -> head.header().parcelId().value(), Function.identity()));
        return due.stream()
                .map(row -> new ClaimedShipment(
                        new NodeId(row.target()),
                        ColumnCodes.lane(row.lane()),
                        row.attempts(),
                        Objects.requireNonNull(heads.get(row.parcelId()))))
                .toList();
    }

    private static ParcelHead head(OutboundParcelRow row) {
        return switch (WireFormats.PARCEL_HEADER.decode(row.header())) {
            case Decoded.Value<ParcelHeader>(ParcelHeader header) ->
                new ParcelHead(
                        Octets.of(row.header()),
                        header,
                        Octets.of(row.envelope()),
                        Octets.of(row.signature()),
                        new SegmentTable(Octets.of(row.segments())));
            case Decoded.Malformed<ParcelHeader>(String reason, String _) ->
                throw new IllegalStateException("a header in the database was damaged: " + reason);
        };
    }

    /** Keeps the claim on a shipment that takes long. */
    void renew(ClaimedShipment shipment, Instant now) {
        transactions.run(() -> {
            int kept = sql.update(
                    "update shipment set lease_until = ? where parcel_id = ? and target_node = ? and owner = ?",
                    UtcMillis.column(now.plus(LEASE)),
                    bytes(shipment),
                    shipment.target().value(),
                    installation.id());
            LOG.trace("kept {} claims", kept);
        });
    }

    /** Puts back what this installation had claimed before it stopped. */
    int takeBackOwn() {
        return transactions.call(() -> sql.update(
                "update shipment set state = 0, owner = null, lease_until = null where state = ? and owner = ?",
                ShipmentRow.CLAIMED,
                installation.id()));
    }

    /** Whoever claimed these has finished with them, whether or not the database took note. */
    void letGo(List<ClaimedShipment> shipments) {
        inHand.letGo(ClaimsInHand.Name.of(shipments));
    }

    /**
     * Puts back what this installation has claimed and nobody in it works on: the database went away at the moment of the claim or
     * of its end. Other programs of the same installation have names of their own.
     */
    int takeBackLost(Instant now) {
        return inHand.whileNobodyTakes(held -> transactions.call(() -> {
            List<Due> lost = sql
                    .query(
                            "select parcel_id, target_node, lane, attempts from shipment where state = ? and owner = ?"
                                    + " and lease_until < ?",
                            ShipmentClaims::due,
                            ShipmentRow.CLAIMED,
                            installation.id(),
                            UtcMillis.column(now.plus(LEASE).minus(SETTLED)))
                    .stream()
                    .filter(row -> !held.contains(new ClaimsInHand.Name(row.parcelId(), new NodeId(row.target()))))
                    .toList();
            sql.batchUpdate(
                    "update shipment set state = 0, owner = null, lease_until = null where parcel_id = ? and"
                            + " target_node = ? and state = 1 and owner = ?",
                    lost.stream()
                            .map(row -> new Object[] {row.key(), row.target(), installation.id()})
                            .toList());
            return lost.size();
        }));
    }

    /** Puts back what somebody claimed and did not finish in time. */
    int takeBackAbandoned(Instant now) {
        return transactions.call(() -> sql.update(
                "update shipment set state = 0, owner = null, lease_until = null where state = ? and lease_until < ?",
                ShipmentRow.CLAIMED,
                UtcMillis.column(now)));
    }

    static byte[] bytes(ClaimedShipment shipment) {
        return Columns.octets(shipment.parcelId().value());
    }
}
