package vn.lienthong.node.delivery.internal.engine;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.Delay;
import vn.lienthong.node.delivery.Delay.Cause;
import vn.lienthong.node.delivery.Delays;
import vn.lienthong.node.delivery.internal.rows.ColumnCodes;
import vn.lienthong.node.delivery.internal.transport.PullMailbox;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;

/** Reads the last attempts at deliveries and what is known of their nodes at the moment. */
@InNodeRole
@Component
class NodeDelays implements Delays {

    private static final String QUESTION =
            "select d.parcel_id, d.recipient_code, d.target_node, d.state, d.state_since, d.reason_code, p.created_at,"
                + " s.state, s.attempts, s.next_attempt_at, a.ended_at, a.code, coalesce(a.http_status, 0) from"
                + " delivery d join outbound_parcel p on p.parcel_id = d.parcel_id left join shipment s on s.parcel_id"
                + " = d.parcel_id and s.target_node = d.target_node left join attempt a on a.attempt_id = (select"
                + " max(l.attempt_id) from attempt l where l.parcel_id = d.parcel_id and l.target_node ="
                + " d.target_node) where p.secrecy = 0 and d.state in (0, 1, 2, 4, 5)";

    private final JdbcTemplate sql;
    private final PeerGate gate;
    private final PullMailbox mailbox;
    private final NodeKeys keys;

    NodeDelays(JdbcTemplate sql, PeerGate gate, PullMailbox mailbox, NodeKeys keys) {
        this.sql = sql;
        this.gate = gate;
        this.mailbox = mailbox;
        this.keys = keys;
    }

    /**
     * What is known of a delivery.
     *
     * @param stage where it stands
     * @param refusal why it was refused; null when it was not
     * @param tried whether it was tried
     * @param httpStatus of the last answer; 0 without one
     */
    record Facts(DeliveryStage stage, @Nullable ErrorCode refusal, boolean tried, int httpStatus) {}

    /** What is known of the recipient's node at the moment. */
    enum Peer {
        /** It is this very node. */
        OWN,
        /** It fetches what is for it. */
        FETCHES,
        /** It was found away so often that it is left alone for a while. */
        AWAY,
        /** Nothing is against it. */
        OPEN
    }

    /** What holds a delivery up; empty when nothing does. */
    static Optional<Cause> cause(Facts facts, Peer peer) {
        return switch (facts.stage()) {
            case HANDED_OVER, RECALLED -> Optional.empty();
            case CONSIGNED -> Optional.of(Cause.SILENT);
            case REFUSED ->
                facts.refusal() == ErrorCode.REFUSED_BY_CLERK ? Optional.empty() : Optional.of(Cause.REFUSED_BY_NODE);
            case QUEUED, IN_TRANSIT, EXPIRED -> Optional.of(onTheWay(facts, peer));
        };
    }

    private static Cause onTheWay(Facts facts, Peer peer) {
        return switch (peer) {
            case FETCHES -> Cause.AWAITING_FETCH;
            case AWAY -> Cause.UNREACHABLE;
            case OWN -> facts.tried() ? Cause.FAULT : Cause.QUEUED_HERE;
            case OPEN -> facts.tried() ? answered(facts.httpStatus()) : Cause.QUEUED_HERE;
        };
    }

    private static Cause answered(int status) {
        return switch (status) {
            case 0 -> Cause.UNREACHABLE;
            case 429, 503 -> Cause.BUSY;
            default -> Cause.FAULT;
        };
    }

    private Peer peer(NodeId node) {
        if (node.equals(keys.nodeId())) {
            return Peer.OWN;
        }
        if (mailbox.serves(node)) {
            return Peer.FETCHES;
        }
        return gate.closedUntil(node).isPresent() ? Peer.AWAY : Peer.OPEN;
    }

    @Override
    public List<Delay> of(Collection<ParcelId> parcels) {
        if (parcels.isEmpty()) {
            return List.of();
        }
        List<Object> arguments = new ArrayList<>();
        parcels.forEach(parcel -> arguments.add(Columns.octets(parcel.value())));
        return ask(
                " and d.parcel_id in (" + String.join(", ", Collections.nCopies(parcels.size(), "?")) + ")", arguments);
    }

    @Override
    public List<Delay> sentBy(AgencyCode sender, Instant from, Instant until, int most) {
        // Names of parcels begin with their time, so that the index of senders answers.
        return ask(
                " and p.sender_code = ? and p.parcel_id >= ? and p.parcel_id < ? order by p.parcel_id limit ?",
                List.of(sender.value(), firstAt(from), firstAt(until), most));
    }

    private static byte[] firstAt(Instant at) {
        return ByteBuffer.allocate(16).putLong(at.toEpochMilli() << 16).array();
    }

    private List<Delay> ask(String which, List<Object> arguments) {
        return sql.query(QUESTION + which, (row, _) -> delay(row), arguments.toArray()).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Delay> delay(ResultSet row) throws SQLException {
        ErrorCode refusal = code(row.getString(6));
        ErrorCode failure = code(row.getString(12));
        int shipment = row.getInt(8);
        DeliveryStage stage = ColumnCodes.stage(row.getInt(4));
        Facts facts = new Facts(stage, refusal, row.getInt(9) > 0 || failure != null, row.getInt(13));
        Instant since = stage == DeliveryStage.CONSIGNED ? time(row, 5) : time(row, 7);
        ParcelId parcel = new ParcelId(Columns.uuid(row.getBytes(1)));
        AgencyCode recipient = new AgencyCode(row.getString(2));
        int attempts = row.getInt(9);
        Instant last = timeOrNull(row, 11);
        Instant next = shipment == 0 && !stage.isFinal() ? timeOrNull(row, 10) : null;
        return cause(facts, peer(new NodeId(row.getString(3))))
                .map(cause -> new Delay(
                        parcel, recipient, cause, since, attempts, last, next, refusal == null ? failure : refusal));
    }

    private static @Nullable ErrorCode code(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(ErrorCode::find).orElse(null);
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static @Nullable Instant timeOrNull(ResultSet row, int column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
