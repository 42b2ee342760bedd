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
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.EvidenceAnswers;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.internal.transport.PullContent;
import vn.lienthong.node.delivery.internal.transport.PullMailbox;
import vn.lienthong.node.delivery.internal.transport.WireCounters;
import vn.lienthong.node.keys.PeerTransport;
import vn.lienthong.node.platform.InNodeRole;

/** One request to another node that is answered evidence by evidence. */
@Component
@InNodeRole
class PeerPost {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final PeerTransport transport;
    private final WireCounters counters;
    private final PullMailbox mailbox;

    PeerPost(PeerTransport transport, WireCounters counters, PullMailbox mailbox) {
        this.transport = transport;
        this.counters = counters;
        this.mailbox = mailbox;
    }

    /**
     * Posts a body of so many items, each of which the other node has to answer.
     *
     * @return the answers; empty when there was none that makes sense
     */
    Optional<List<EvidenceAnswer>> all(NodeId target, String path, byte[] body, int items) throws InterruptedException {
        return some(target, path, body, items).filter(answers -> answers.size() == items);
    }

    /**
     * Posts a body of so many items, of which the other node answers those that it can decide.
     *
     * @return the answers; empty when there was none that makes sense
     */
    Optional<List<EvidenceAnswer>> some(NodeId target, String path, byte[] body, int items)
            throws InterruptedException {
        if (mailbox.serves(target)) {
            return mailbox.offer(target, new PullContent.Post(path, Octets.of(body)))
                    .flatMap(answer -> read(answer, items));
        }
        Optional<PeerTransport.Peer> peer = transport.to(target);
        if (peer.isEmpty()) {
            return Optional.empty();
        }
        HttpRequest request = HttpRequest.newBuilder(peer.get().address().resolve(path))
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
                return response.statusCode() == OK ? read(octets, items) : Optional.empty();
            }
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    private static Optional<List<EvidenceAnswer>> read(byte[] octets, int items) {
        return WireFormats.EVIDENCE_ANSWERS.decode(octets)
                                instanceof Decoded.Value<EvidenceAnswers>(EvidenceAnswers answers)
                        && answers.answers().size() <= items
                ? Optional.of(answers.answers())
                : Optional.empty();
    }
}
