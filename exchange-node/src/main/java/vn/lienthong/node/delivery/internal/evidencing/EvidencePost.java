package vn.lienthong.node.delivery.internal.evidencing;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.EvidenceAnswers;
import vn.lienthong.core.wire.EvidenceBatch;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.internal.transport.WireCounters;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.platform.InNodeRole;

/** Carries evidence to another node. */
@Component
@InNodeRole
class EvidencePost {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final PeerTransport transport;
    private final WireCounters counters;

    EvidencePost(PeerTransport transport, WireCounters counters) {
        this.transport = transport;
        this.counters = counters;
    }

    /**
     * Sends one batch.
     *
     * @return the answers; empty when there was none that makes sense, and it is to be tried again
     */
    Optional<List<EvidenceAnswer>> post(NodeId target, List<SignedEvidence> evidence) throws InterruptedException {
        Optional<PeerTransport.Peer> peer = transport.to(target);
        if (peer.isEmpty()) {
            return Optional.empty();
        }
        byte[] body = WireFormats.EVIDENCE_BATCH.encode(new EvidenceBatch(evidence));
        HttpRequest request = HttpRequest.newBuilder(peer.get().address().resolve("/exchange/v1/evidence"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> response =
                    peer.get().client().send(request, HttpResponse.BodyHandlers.ofInputStream());
            counters.sent(target, body.length);
            try (InputStream answer = response.body()) {
                byte[] octets = answer.readNBytes(WireFormats.EVIDENCE_ANSWERS.maxOctets() + 1);
                return response.statusCode() == OK ? read(octets, evidence.size()) : Optional.empty();
            }
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    private static Optional<List<EvidenceAnswer>> read(byte[] octets, int expected) {
        return WireFormats.EVIDENCE_ANSWERS.decode(octets)
                                instanceof Decoded.Value<EvidenceAnswers>(EvidenceAnswers answers)
                        && answers.answers().size() == expected
                ? Optional.of(answers.answers())
                : Optional.empty();
    }
}
