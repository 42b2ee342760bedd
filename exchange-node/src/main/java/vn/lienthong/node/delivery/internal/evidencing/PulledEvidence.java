package vn.lienthong.node.delivery.internal.evidencing;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.EvidenceAnswers;
import vn.lienthong.core.wire.EvidenceBatch;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.internal.transport.PulledPost;
import vn.lienthong.node.platform.InNodeRole;

/** Takes evidence that this node has fetched. */
@Component
@InNodeRole
class PulledEvidence implements PulledPost {

    private final EvidenceReception reception;

    PulledEvidence(EvidenceReception reception) {
        this.reception = reception;
    }

    @Override
    public String path() {
        return "/exchange/v1/evidence";
    }

    @Override
    public Optional<byte[]> take(NodeId from, byte[] body) {
        return WireFormats.EVIDENCE_BATCH.decode(body) instanceof Decoded.Value<EvidenceBatch>(EvidenceBatch batch)
                ? reception
                        .take(from, batch.evidences())
                        .map(answers -> WireFormats.EVIDENCE_ANSWERS.encode(new EvidenceAnswers(answers)))
                : Optional.empty();
    }
}
