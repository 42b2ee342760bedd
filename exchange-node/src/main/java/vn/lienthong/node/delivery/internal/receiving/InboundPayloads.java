package vn.lienthong.node.delivery.internal.receiving;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.PayloadId;
import vn.lienthong.node.storage.ReferencedPayloads;

/** The payloads of parcels that were accepted, are arriving or are being sent: a parcel to this very node has one for both. */
@Component
@InNodeRole
class InboundPayloads implements ReferencedPayloads {

    private static final List<String> QUERIES = List.of(
            "select p.parcelId from InboundParcelRow p where p.payloadKept = true and p.parcelId in :ids",
            "select p.parcelId from OutboundParcelRow p where p.payloadKept = true and p.parcelId in :ids",
            "select u.parcelId from UploadRow u where u.parcelId in :ids");

    private final EntityManager entities;

    InboundPayloads(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<PayloadId> among(Collection<PayloadId> candidates) {
        Set<PayloadId> known = new HashSet<>();
        if (candidates.isEmpty()) {
            return known;
        }
        List<UUID> ids = candidates.stream().map(PayloadId::value).toList();
        for (String query : QUERIES) {
            entities.createQuery(query, UUID.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(id -> known.add(new PayloadId(id)));
        }
        return known;
    }
}
