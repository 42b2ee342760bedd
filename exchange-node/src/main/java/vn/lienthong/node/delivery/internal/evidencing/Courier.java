package vn.lienthong.node.delivery.internal.evidencing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceClaims.Claimed;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceClaims.Stage;

/** Carries what belongs to one stage of the queue to another node. */
interface Courier {

    /** Which stage. */
    Stage stage();

    /** When to come again with what was not answered, after so many attempts. */
    Duration pauseAfter(int attempts);

    /** Whether the answer settles the matter, after so many attempts in vain. */
    boolean isFinal(EvidenceAnswer answer, int attempts);

    /**
     * Sends one batch of at most 256.
     *
     * @return answers to what could be sent; empty when the other node gave none that makes sense, and all is to be tried again
     */
    Optional<List<EvidenceAnswer>> post(NodeId target, List<Claimed> batch) throws InterruptedException;
}
