package vn.lienthong.node.delivery.internal.evidencing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.EvidenceAnswers;
import vn.lienthong.core.wire.ReceiptBatch;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.delivery.internal.receiving.PeerDoor;
import vn.lienthong.node.delivery.internal.transport.PulledPost;
import vn.lienthong.node.delivery.internal.transport.WireCounters;
import vn.lienthong.node.evidence.ReceiptBook;
import vn.lienthong.node.evidence.ReceiptIntake;
import vn.lienthong.node.platform.InNodeRole;

/** {@code POST /exchange/v1/receipts} ({@code docs/protocol §5.4}). */
@RestController
@InNodeRole
class ReceiptDoor implements PulledPost {

    private static final String PATH = "/exchange/v1/receipts";
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptDoor.class);

    private final ReceiptBook receipts;
    private final BatchDoor batches;
    private final AuditTrail trail;
    private final WireCounters counters;

    ReceiptDoor(PeerDoor door, ReceiptBook receipts, AuditTrail trail, WireCounters counters) {
        this.receipts = receipts;
        this.trail = trail;
        this.counters = counters;
        this.batches = new BatchDoor(door, this, WireFormats.RECEIPT_BATCH.maxOctets(), ErrorCode.RECEIPT_INVALID);
    }

    @PostMapping(PATH)
    void receipts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        batches.serve(request, response);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Optional<byte[]> take(NodeId peer, byte[] octets) {
        if (!(WireFormats.RECEIPT_BATCH.decode(octets) instanceof Decoded.Value<ReceiptBatch>(ReceiptBatch batch))) {
            return Optional.empty();
        }
        List<ReceiptIntake> intakes = receipts.take(peer, batch.checkpoint(), batch.receipts());
        List<EvidenceAnswer> answers = new ArrayList<>();
        for (int i = 0; i < intakes.size(); i++) {
            answer(peer, batch.receipts().get(i).id(), intakes.get(i)).ifPresent(answers::add);
        }
        return Optional.of(WireFormats.EVIDENCE_ANSWERS.encode(new EvidenceAnswers(answers)));
    }

    /** What cannot be judged yet gets no answer, so that the other node comes again. */
    private Optional<EvidenceAnswer> answer(NodeId peer, EvidenceId id, ReceiptIntake intake) {
        return switch (intake) {
            case ReceiptIntake.Kept() -> Optional.of(new EvidenceAnswer.Stored(id));
            case ReceiptIntake.AlreadyHere() -> Optional.of(new EvidenceAnswer.AlreadyHere(id));
            case ReceiptIntake.Undecided(String detail) -> {
                LOG.atInfo()
                        .addKeyValue("peer", peer)
                        .addKeyValue("evidence", id)
                        .log("receipt not judged yet: {}", detail);
                yield Optional.empty();
            }
            case ReceiptIntake.Refused(ErrorCode code, String detail) -> {
                LOG.atWarn()
                        .addKeyValue("peer", peer)
                        .addKeyValue("evidence", id)
                        .addKeyValue("code", code.code())
                        .log("receipt refused: {}", detail);
                refused(peer, id, code);
                yield Optional.of(new EvidenceAnswer.Refused(id, code));
            }
        };
    }

    /** Evidence that is not known yet may come a moment later, so that is no event. */
    private void refused(NodeId peer, EvidenceId id, ErrorCode code) {
        if (code == ErrorCode.NOT_FOUND) {
            return;
        }
        counters.receiptRefused();
        trail.recordRefusal(SecurityEvent.blocked(EventKind.RECEIPT_REFUSE, code.code())
                .by(Actor.node(peer.value()))
                .on(EventObject.of(EventObject.Kind.NODE, peer.value()))
                .with("evidence", id.value()));
    }
}
