package vn.lienthong.node.delivery.internal.rows;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;

/** Notes that a node has got evidence in an answer, and still has to get the receipts of it. */
@Component
@InNodeRole
public class OwedReceipts {

    /** The log and its witnesses need that long as a rule: to ask earlier would be in vain. */
    public static final Duration USUAL_WAIT = Duration.ofMillis(1500);

    private final EntityManager entities;
    private final EvidenceBook evidenceBook;
    private final NodeKeys keys;
    private final InstantSource clock;

    OwedReceipts(EntityManager entities, EvidenceBook evidenceBook, NodeKeys keys, InstantSource clock) {
        this.entities = entities;
        this.evidenceBook = evidenceBook;
        this.keys = keys;
        this.clock = clock;
    }

    /** Keeps the evidence and notes it, in the caller's transaction; nothing is owed to the own node, which has its log. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepFor(NodeId holder, List<StoredEvidence> evidence) {
        evidenceBook.keep(evidence);
        note(holder, evidence);
    }

    /** Notes it in the transaction that keeps the evidence; nothing is owed to the own node, which has its log. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(NodeId holder, List<StoredEvidence> evidence) {
        if (holder.equals(keys.nodeId())) {
            return;
        }
        for (StoredEvidence stored : evidence) {
            EvidenceShipmentKey key = new EvidenceShipmentKey(stored.evidence().id(), holder);
            entities.persist(EvidenceShipmentRow.ofReceipt(
                    key, Timestamps.millis(clock.instant()).plus(USUAL_WAIT)));
        }
    }
}
