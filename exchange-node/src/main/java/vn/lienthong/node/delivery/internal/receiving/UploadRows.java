package vn.lienthong.node.delivery.internal.receiving;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.ParcelHead;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.delivery.internal.rows.UploadRow;
import vn.lienthong.node.platform.InNodeRole;

/** The uploads that were begun, in the database. */
@Component
@InNodeRole
class UploadRows {

    private final EntityManager entities;
    private final ShortTransactions transactions;

    UploadRows(EntityManager entities, ShortTransactions transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    Optional<UploadRow> find(ParcelId parcel) {
        return transactions.call(() -> Optional.ofNullable(entities.find(UploadRow.class, parcel.value())));
    }

    void begin(ParcelHead head, NodeId from, Instant now) {
        transactions.run(() -> entities.persist(new UploadRow(head, from, now)));
    }

    void touch(ParcelId parcel, Instant now) {
        transactions.run(() -> Optional.ofNullable(entities.find(UploadRow.class, parcel.value()))
                .ifPresent(row -> row.touch(now)));
    }

    void end(ParcelId parcel) {
        transactions.run(() -> Optional.ofNullable(entities.find(UploadRow.class, parcel.value()))
                .ifPresent(entities::remove));
    }

    /** Whether the peer has this many uploads going on. */
    boolean hasAsManyAs(NodeId from, int limit) {
        return transactions.call(
                () -> entities.createQuery("select u.parcelId from UploadRow u where u.fromNode = :node", UUID.class)
                                .setParameter("node", from.value())
                                .setMaxResults(limit)
                                .getResultList()
                                .size()
                        == limit);
    }

    /** Uploads that nobody went on with since. */
    List<ParcelId> untouchedSince(Instant moment, int limit) {
        return transactions.call(() -> entities
                .createQuery(
                        "select u.parcelId from UploadRow u where u.touchedAt < :moment order by u.touchedAt",
                        UUID.class)
                .setParameter("moment", moment)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(ParcelId::new)
                .toList());
    }
}
