package vn.lienthong.node.delivery.internal.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.delivery.DeliveryEvent;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceDigests;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.Withdrawals;
import vn.lienthong.node.delivery.internal.rows.DeliveryRow;
import vn.lienthong.node.delivery.internal.rows.OutboundParcelRow;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceDraft;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Stops shipments that wait and were never tried, or only put off by the other node: whatever was tried once may have arrived,
 * although nobody has said so.
 */
@InNodeRole
@Component
class TakingBack implements Withdrawals {

    private static final Logger LOG = LoggerFactory.getLogger(TakingBack.class);

    private final EntityManager entities;
    private final JdbcTemplate sql;
    private final EvidenceBook book;
    private final OwnDeliveries deliveries;

    TakingBack(EntityManager entities, JdbcTemplate sql, EvidenceBook book, OwnDeliveries deliveries) {
        this.entities = entities;
        this.sql = sql;
        this.book = book;
        this.deliveries = deliveries;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<AgencyCode> beforeLeaving(ParcelId parcel, Set<AgencyCode> recipients) {
        Set<AgencyCode> stopped = new TreeSet<>();
        for (String node : waiting(parcel)) {
            List<DeliveryRow> rows = unfinished(parcel, node);
            Set<AgencyCode> waiting =
                    rows.stream().map(row -> row.key().recipient()).collect(Collectors.toSet());
            if (!waiting.isEmpty() && recipients.containsAll(waiting)) {
                stop(parcel, node, rows);
                stopped.addAll(waiting);
            }
        }
        return stopped;
    }

    /** Locks the shipments: whoever claims them now finds them done. */
    private List<String> waiting(ParcelId parcel) {
        return sql.query(
                "select s.target_node from shipment s where s.parcel_id = ? and s.state = 0 and not exists (select 1"
                        + " from attempt a where a.parcel_id = s.parcel_id and a.target_node = s.target_node"
                        + " and coalesce(a.http_status, 0) not in (429, 503)) order by s.target_node for update",
                (row, number) -> row.getString(1),
                Columns.octets(parcel.value()));
    }

    private List<DeliveryRow> unfinished(ParcelId parcel, String node) {
        return entities
                .createQuery(
                        "from DeliveryRow d where d.key.parcelId = :parcel and d.targetNode = :node", DeliveryRow.class)
                .setParameter("parcel", parcel.value())
                .setParameter("node", node)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .filter(row -> !row.state().isFinal())
                .toList();
    }

    private void stop(ParcelId parcel, String node, List<DeliveryRow> rows) {
        int shipments = sql.update(
                "update shipment set state = 2, owner = null, lease_until = null where parcel_id = ? and target_node ="
                        + " ?",
                Columns.octets(parcel.value()),
                node);
        OutboundParcelRow outbound = entities.find(OutboundParcelRow.class, parcel.value());
        ParcelHeader header = header(outbound);
        List<StoredEvidence> own = new ArrayList<>();
        for (DeliveryRow row : rows) {
            own.add(takenBack(outbound, header, row));
            deliveries.move(row, header.sender(), new DeliveryEvent.RecallConfirmed());
        }
        book.keep(own);
        LOG.atInfo()
                .addKeyValue("parcel", parcel)
                .addKeyValue("peer", node)
                .log("{} shipment stopped before it left", shipments);
    }

    private StoredEvidence takenBack(OutboundParcelRow outbound, ParcelHeader header, DeliveryRow row) {
        EvidenceSubject subject = new EvidenceSubject(
                header.parcelId(), header.sender(), row.key().recipient());
        return book.sign(EvidenceDraft.negative(
                EvidenceEvent.RELAY_FAILURE,
                subject,
                new EvidenceDigests(
                        Octets.of(outbound.header()).sha256(), header.payload().sha256(), null),
                new EvidenceReason(ErrorCode.RECALLED_BY_SENDER, ""),
                book.lastOwn(subject).orElse(null)));
    }

    private static ParcelHeader header(OutboundParcelRow outbound) {
        return switch (WireFormats.PARCEL_HEADER.decode(outbound.header())) {
            case Decoded.Value<ParcelHeader>(ParcelHeader header) -> header;
            case Decoded.Malformed<ParcelHeader>(String reason, String _) ->
                throw new IllegalStateException("a header in the database was damaged: " + reason);
        };
    }
}
