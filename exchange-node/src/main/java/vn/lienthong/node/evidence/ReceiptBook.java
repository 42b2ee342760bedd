package vn.lienthong.node.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.LoggedEvidence;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.log.LogReceipt;

/** Receipts: those that this node can give for its own evidence, and those that other nodes gave for theirs. */
public interface ReceiptBook {

    /** Complete receipts of these evidences, own or foreign; those that are still pending are missing. */
    Map<EvidenceId, Receipt> complete(Collection<EvidenceId> evidence);

    /** Receipts of evidence that this node issued, as the log gives them; those that are still pending are missing. */
    Map<EvidenceId, LogReceipt> own(Collection<EvidenceId> evidence);

    /**
     * Verifies receipts of evidence that is kept here, and keeps those that hold, in transactions of its own.
     *
     * @param from the node that sent them: it must have issued the evidence
     * @param checkpoint the signed note that all of them refer to
     * @param offered the paths
     * @return one answer for each, in their order
     */
    List<ReceiptIntake> take(NodeId from, String checkpoint, List<LoggedEvidence> offered);
}
