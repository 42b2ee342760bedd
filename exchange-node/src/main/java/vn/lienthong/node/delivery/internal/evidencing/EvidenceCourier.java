package vn.lienthong.node.delivery.internal.evidencing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.delivery.RetryPolicy;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.EvidenceBatch;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceClaims.Claimed;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceClaims.Stage;
import vn.lienthong.node.platform.InNodeRole;

/** Carries evidence to another node. */
@Component
@InNodeRole
class EvidenceCourier implements Courier {

    private final PeerPost post;

    EvidenceCourier(PeerPost post) {
        this.post = post;
    }

    @Override
    public Stage stage() {
        return Stage.EVIDENCE;
    }

    @Override
    public Duration pauseAfter(int attempts) {
        return RetryPolicy.ORDINARY.cap();
    }

    @Override
    public boolean isFinal(EvidenceAnswer answer, int attempts) {
        return true;
    }

    @Override
    public Optional<List<EvidenceAnswer>> post(NodeId target, List<Claimed> batch) throws InterruptedException {
        EvidenceBatch evidence = new EvidenceBatch(batch.stream()
                .map(claimed -> new SignedEvidence(claimed.octets(), claimed.signature()))
                .toList());
        return post.all(target, "/exchange/v1/evidence", WireFormats.EVIDENCE_BATCH.encode(evidence), batch.size());
    }
}
