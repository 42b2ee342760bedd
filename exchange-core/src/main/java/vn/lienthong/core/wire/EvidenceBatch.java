package vn.lienthong.core.wire;

import java.util.List;
import vn.lienthong.core.evidence.SignedEvidence;

/**
 * Evidence on its way to another node.
 *
 * @param evidences at most 256
 */
public record EvidenceBatch(List<SignedEvidence> evidences) {

    /** The most evidence in one batch. */
    public static final int MAX_EVIDENCES = 256;

    /** Bounds the number. */
    public EvidenceBatch {
        evidences = List.copyOf(evidences);
        if (evidences.size() > MAX_EVIDENCES) {
            throw new IllegalArgumentException("a batch has at most 256 evidences");
        }
    }
}
