package vn.lienthong.node.delivery.internal.evidencing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.delivery.internal.rows.ColumnCodes;
import vn.lienthong.node.delivery.internal.rows.InboxEntryRow;
import vn.lienthong.node.platform.InNodeRole;

/** Who sent which parcel to whom, as the tables know it. */
@Component
@InNodeRole
class KnownParties implements ParcelParties {

    private static final String SENT =
            "select p.parcelId as parcel, p.senderCode as sender, d.key.recipientCode as recipient,"
                    + " d.targetNode as node, d.state as state, p.createdAt as at from OutboundParcelRow p,"
                    + " DeliveryRow d where p.parcelId = :parcel and p.secrecy = 0 and d.key.parcelId = p.parcelId";
    private static final String ARRIVED =
            "select p.parcelId as parcel, p.senderCode as sender, e.recipientCode as recipient,"
                    + " p.senderNode as node, e.entryId as entry, e.state as state, p.receivedAt as at"
                    + " from InboundParcelRow p, InboxEntryRow e where p.parcelId = :parcel and p.secrecy = 0"
                    + " and e.parcelId = p.parcelId and e.recipientCode = :recipient";

    private final EntityManager entities;

    KnownParties(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Sent> sent(ParcelId parcel, AgencyCode recipient) {
        return entities
                .createQuery(SENT + " and d.key.recipientCode = :recipient", Tuple.class)
                .setParameter("parcel", parcel.value())
                .setParameter("recipient", recipient.value())
                .getResultList()
                .stream()
                .map(KnownParties::sent)
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Sent> sent(ParcelId parcel) {
        return entities
                .createQuery(SENT + " order by d.key.recipientCode", Tuple.class)
                .setParameter("parcel", parcel.value())
                .getResultList()
                .stream()
                .map(KnownParties::sent)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Arrived> arrived(ParcelId parcel, AgencyCode recipient) {
        return entities
                .createQuery(ARRIVED, Tuple.class)
                .setParameter("parcel", parcel.value())
                .setParameter("recipient", recipient.value())
                .getResultList()
                .stream()
                .map(KnownParties::arrived)
                .findFirst();
    }

    private static Sent sent(Tuple row) {
        return new Sent(
                new ParcelId(row.get("parcel", UUID.class)),
                new AgencyCode(row.get("sender", String.class)),
                new AgencyCode(row.get("recipient", String.class)),
                new NodeId(row.get("node", String.class)),
                ColumnCodes.stage(row.get("state", Integer.class)),
                row.get("at", Instant.class));
    }

    private static Arrived arrived(Tuple row) {
        return new Arrived(
                new ParcelId(row.get("parcel", UUID.class)),
                new AgencyCode(row.get("sender", String.class)),
                new AgencyCode(row.get("recipient", String.class)),
                new NodeId(row.get("node", String.class)),
                row.get("entry", Long.class),
                state(row.get("state", Integer.class)),
                row.get("at", Instant.class));
    }

    private static InboxEntry.State state(int column) {
        return switch (column) {
            case InboxEntryRow.HANDED_OVER -> InboxEntry.State.HANDED_OVER;
            case InboxEntryRow.REFUSED -> InboxEntry.State.REFUSED;
            case InboxEntryRow.WITHDRAWN -> InboxEntry.State.WITHDRAWN;
            default -> InboxEntry.State.ARRIVED;
        };
    }
}
