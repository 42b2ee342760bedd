package vn.lienthong.node.delivery.internal.submission;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.exception.LockAcquisitionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.delivery.Lane;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.internal.rows.DeliveryKey;
import vn.lienthong.node.delivery.internal.rows.DeliveryRow;
import vn.lienthong.node.delivery.internal.rows.DocumentRow;
import vn.lienthong.node.delivery.internal.rows.IdempotencyId;
import vn.lienthong.node.delivery.internal.rows.IdempotencyRow;
import vn.lienthong.node.delivery.internal.rows.OutboundParcelRow;
import vn.lienthong.node.delivery.internal.rows.ShipmentKey;
import vn.lienthong.node.delivery.internal.rows.ShipmentRow;
import vn.lienthong.node.documents.SealedParcel;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.InNodeRole;

/** The one transaction in which this node takes responsibility for a parcel. */
@InNodeRole
@Component
class SubmissionCommit {

    private static final int ATTEMPTS = 3;

    private final EntityManager entities;
    private final TransactionTemplate transactions;
    private final EvidenceBook evidenceBook;
    private final DispatchNews news;

    SubmissionCommit(
            EntityManager entities, TransactionTemplate transactions, EvidenceBook evidenceBook, DispatchNews news) {
        this.entities = entities;
        this.transactions = transactions;
        this.evidenceBook = evidenceBook;
        this.news = news;
    }

    /** What an earlier request with the same key led to. */
    record Earlier(Sha256 request, ParcelId parcelId) {}

    Optional<Earlier> earlier(DispatchOrder order) {
        IdempotencyId id = new IdempotencyId(order.sender(), order.idempotencyKey());
        return Optional.ofNullable(transactions.execute(_ -> entities.find(IdempotencyRow.class, id)))
                .map(row -> new Earlier(row.request(), row.parcelId()));
    }

    /**
     * Commits; false when the same key was used meanwhile and nothing was written.
     *
     * @param beforeCommit called when all rows are written and only the commit is left: what fails after it may have happened
     */
    boolean commit(
            DispatchOrder order,
            SealedParcel parcel,
            Map<AgencyCode, NodeId> nodes,
            StoredEvidence evidence,
            Runnable beforeCommit) {
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.executeWithoutResult(_ -> {
                    write(order, parcel, nodes, evidence);
                    beforeCommit.run();
                });
                return true;
            } catch (PersistenceException e) {
                if (earlier(order).isPresent()) {
                    return false;
                }
                if (attempt == ATTEMPTS || !isVictimOfLocks(e)) {
                    throw e;
                }
            }
        }
    }

    /** Requests that race for one key may deadlock on its index entry; the database then rolls one of them back. */
    private static boolean isVictimOfLocks(PersistenceException e) {
        return e instanceof PessimisticLockException
                || e instanceof LockTimeoutException
                || e instanceof LockAcquisitionException;
    }

    private void write(
            DispatchOrder order, SealedParcel parcel, Map<AgencyCode, NodeId> nodes, StoredEvidence evidence) {
        ParcelId parcelId = parcel.header().parcelId();
        Instant now = parcel.header().createdAt();
        entities.persist(new IdempotencyRow(
                new IdempotencyId(order.sender(), order.idempotencyKey()), order.request(), parcelId, now));
        entities.persist(new OutboundParcelRow(parcel, order.submittedBy()));
        boolean secret = parcel.document().metadata().secrecy().isStateSecret();
        if (!secret) {
            entities.persist(new DocumentRow(parcelId, parcel.document(), parcel.documentOctets()));
        }
        Lane lane = Lane.of(parcel.header().urgency(), parcel.header().payload().size());
        for (NodeId node : new LinkedHashSet<>(nodes.values())) {
            entities.persist(new ShipmentRow(new ShipmentKey(parcelId, node), lane, now));
        }
        nodes.forEach((recipient, node) ->
                entities.persist(new DeliveryRow(new DeliveryKey(parcelId, recipient), node, now)));
        evidenceBook.keep(List.of(evidence));
        // Now and not at the commit, so that what the database refuses is known not to have happened.
        entities.flush();
        news.accepted(parcelId, order.sender(), secret);
    }
}
