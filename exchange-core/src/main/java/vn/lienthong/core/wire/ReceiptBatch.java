package vn.lienthong.core.wire;

import java.util.List;
import vn.lienthong.core.evidence.LoggedEvidence;

/**
 * Receipts on their way to the node that holds the evidence: one witnessed checkpoint and, for each evidence, its path to that
 * checkpoint's root.
 *
 * @param checkpoint the signed note with the cosignatures of the witnesses, as text, at most 64 KiB
 * @param receipts 1 to 256
 */
public record ReceiptBatch(String checkpoint, List<LoggedEvidence> receipts) {

    /** The most receipts in one batch. */
    public static final int MAX_RECEIPTS = EvidenceBatch.MAX_EVIDENCES;

    /** The longest checkpoint in characters. */
    public static final int MAX_CHECKPOINT = 64 << 10;

    /** Bounds both. */
    public ReceiptBatch {
        receipts = List.copyOf(receipts);
        if (checkpoint.isEmpty() || checkpoint.length() > MAX_CHECKPOINT) {
            throw new IllegalArgumentException("a checkpoint has 1 to 65536 characters");
        }
        if (receipts.isEmpty() || receipts.size() > MAX_RECEIPTS) {
            throw new IllegalArgumentException("a batch has 1 to 256 receipts");
        }
    }
}
