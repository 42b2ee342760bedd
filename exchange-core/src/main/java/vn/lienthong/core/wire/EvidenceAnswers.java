package vn.lienthong.core.wire;

import java.util.List;
import vn.lienthong.core.delivery.EvidenceAnswer;

/**
 * The answers to a batch of evidence.
 *
 * @param answers one per evidence, in the order of the batch, at most 256
 */
public record EvidenceAnswers(List<EvidenceAnswer> answers) {

    /** Bounds the number. */
    public EvidenceAnswers {
        answers = List.copyOf(answers);
        if (answers.size() > EvidenceBatch.MAX_EVIDENCES) {
            throw new IllegalArgumentException("more answers than a batch has evidences");
        }
    }
}
