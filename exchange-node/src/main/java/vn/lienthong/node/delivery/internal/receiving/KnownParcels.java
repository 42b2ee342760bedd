package vn.lienthong.node.delivery.internal.receiving;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;

/** Knows which parcels were accepted here, and which identifiers are taken by parcels of this node's own agencies. */
@Component
@InNodeRole
class KnownParcels {

    private final EntityManager entities;
    private final EvidenceBook evidenceBook;
    private final NodeKeys nodeKeys;

    KnownParcels(EntityManager entities, EvidenceBook evidenceBook, NodeKeys nodeKeys) {
        this.entities = entities;
        this.evidenceBook = evidenceBook;
        this.nodeKeys = nodeKeys;
    }

    /**
     * A parcel that was accepted.
     *
     * @param header its header octets
     * @param envelope digest of its key envelope
     */
    record Known(Octets header, Sha256 envelope) {

        /** Whether the other one is the very same parcel. */
        boolean isSameAs(ParcelHead head) {
            return header.equals(head.headerOctets())
                    && envelope.equals(head.envelope().sha256());
        }
    }

    @Transactional(readOnly = true)
    Map<ParcelId, Known> among(Collection<ParcelId> parcels) {
        if (parcels.isEmpty()) {
            return Map.of();
        }
        List<Tuple> rows = entities.createQuery(
                        "select p.parcelId as id, p.header as header, p.envelopeSha256 as envelope"
                                + " from InboundParcelRow p where p.parcelId in :ids",
                        Tuple.class)
                .setParameter("ids", values(parcels))
                .getResultList();
        Map<ParcelId, Known> known = new HashMap<>();
        for (Tuple row : rows) {
            known.put(
                    new ParcelId(row.get("id", UUID.class)),
                    new Known(
                            Octets.of(row.get("header", byte[].class)),
                            Sha256.fromBytes(row.get("envelope", byte[].class))));
        }
        return known;
    }

    /** Those of the identifiers that belong to parcels which this node itself sends. */
    @Transactional(readOnly = true)
    List<ParcelId> ownAmong(Collection<ParcelId> parcels) {
        if (parcels.isEmpty()) {
            return List.of();
        }
        return entities
                .createQuery("select p.parcelId from OutboundParcelRow p where p.parcelId in :ids", UUID.class)
                .setParameter("ids", values(parcels))
                .getResultList()
                .stream()
                .map(ParcelId::new)
                .toList();
    }

    /** The consignments that were stated when the parcel was accepted. */
    List<SignedEvidence> consignments(ParcelId parcel) {
        return evidenceBook.ofParcel(parcel).stream()
                .filter(stored -> stored.evidence().event() == EvidenceEvent.CONTENT_CONSIGNMENT)
                .filter(stored -> stored.evidence().issuer().node().equals(nodeKeys.nodeId()))
                .map(StoredEvidence::signed)
                .toList();
    }

    private static List<UUID> values(Collection<ParcelId> parcels) {
        return parcels.stream().map(ParcelId::value).toList();
    }
}
