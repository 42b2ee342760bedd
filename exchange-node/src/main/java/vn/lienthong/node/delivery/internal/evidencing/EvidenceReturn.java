package vn.lienthong.node.delivery.internal.evidencing;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.delivery.DeliveryProgress;
import vn.lienthong.node.delivery.internal.rows.EvidenceShipmentKey;
import vn.lienthong.node.delivery.internal.rows.EvidenceShipmentRow;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;

/** Keeps evidence that this node has made about the parcels of others, and sees to it that their node gets it. */
@Component
@InNodeRole
public class EvidenceReturn {

    private final EntityManager entities;
    private final EvidenceBook evidenceBook;
    private final ObjectProvider<DeliveryProgress> progress;
    private final NodeKeys nodeKeys;
    private final EvidenceSignal signal;
    private final InstantSource clock;

    EvidenceReturn(
            EntityManager entities,
            EvidenceBook evidenceBook,
            ObjectProvider<DeliveryProgress> progress,
            NodeKeys nodeKeys,
            EvidenceSignal signal,
            InstantSource clock) {
        this.entities = entities;
        this.evidenceBook = evidenceBook;
        this.progress = progress;
        this.nodeKeys = nodeKeys;
        this.signal = signal;
        this.clock = clock;
    }

    /**
     * Keeps the evidence and queues it, in the caller's transaction; it leaves as soon as that has committed. For a sender on
     * this very node it takes effect in the same transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(NodeId target, List<StoredEvidence> evidence) {
        evidenceBook.keep(evidence);
        if (target.equals(nodeKeys.nodeId())) {
            entities.flush();
            progress.getObject().apply(evidence);
            return;
        }
        Instant now = Timestamps.millis(clock.instant());
        for (StoredEvidence stored : evidence) {
            EvidenceShipmentKey key = new EvidenceShipmentKey(stored.evidence().id(), target);
            entities.persist(new EvidenceShipmentRow(key, now));
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.waiting();
            }
        });
    }
}
