package vn.lienthong.node.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.Sha256;

/**
 * How a log stands.
 *
 * @param log which log
 * @param origin its name in checkpoints
 * @param size number of sequenced entries
 * @param root of the tree of that size
 * @param signedSize size of the last signed and published checkpoint
 * @param checkpoint the last published checkpoint, a signed note; null when there is none yet
 * @param provenSize size of the last checkpoint with its quorum: receipts of all entries below it are complete
 * @param witnesses those of the policy
 * @param pending entries that wait for their place; counted up to 100 000
 * @param standstill why no further head is signed; null when all is well
 */
public record LogState(
        LogName log,
        String origin,
        long size,
        Sha256 root,
        long signedSize,
        @Nullable String checkpoint,
        long provenSize,
        List<WitnessView> witnesses,
        long pending,
        @Nullable Standstill standstill) {

    /** Copies the list. */
    public LogState {
        witnesses = List.copyOf(witnesses);
    }

    /**
     * What is known about a witness.
     *
     * @param name of its key
     * @param url where it is asked; null when it is not asked by this node
     * @param cosignedSize size of the last checkpoint that it cosigned; 0 when there is none
     * @param cosignedAt when; null when never
     * @param fault why the last request failed, in English; null when it did not
     */
    public record WitnessView(
            String name,
            @Nullable String url,
            long cosignedSize,
            @Nullable Instant cosignedAt,
            @Nullable String fault) {}
}
