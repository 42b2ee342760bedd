package vn.lienthong.core.wire;

import java.util.List;
import vn.lienthong.core.delivery.TransferAnswer;

/**
 * The answers to a batch of parcels.
 *
 * @param answers one per parcel, in the order of the batch, at most 256
 */
public record TransferAnswers(List<TransferAnswer> answers) {

    /** Bounds the number. */
    public TransferAnswers {
        answers = List.copyOf(answers);
        if (answers.size() > ParcelFrames.MAX_PARCELS) {
            throw new IllegalArgumentException("more answers than a batch has parcels");
        }
    }
}
