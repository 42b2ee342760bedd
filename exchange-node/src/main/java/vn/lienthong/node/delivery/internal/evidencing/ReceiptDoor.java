package vn.lienthong.node.delivery.internal.evidencing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
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
import vn.lienthong.node.delivery.internal.receiving.PeerDoor;
import vn.lienthong.node.delivery.internal.transport.PulledPost;
import vn.lienthong.node.evidence.ReceiptBook;
import vn.lienthong.node.evidence.ReceiptIntake;
import vn.lienthong.node.platform.InNodeRole;

/** {@code POST /exchange/v1/receipts} ({@code docs/protocol §5.4}). */
@RestController
@InNodeRole
class ReceiptDoor implements PulledPost {

    private static final String PATH = "/exchange/v1/receipts";
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptDoor.class);
    private static final int PLACES = 4;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PeerDoor door;
    private final ReceiptBook receipts;
    private final Semaphore places = new Semaphore(PLACES, true);

    ReceiptDoor(PeerDoor door, ReceiptBook receipts) {
        this.door = door;
        this.receipts = receipts;
    }

    @PostMapping(PATH)
    void receipts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<NodeId> peer = door.peer(request, response);
        if (peer.isEmpty()) {
            return;
        }
        if (request.getContentLengthLong() > WireFormats.RECEIPT_BATCH.maxOctets()) {
            door.refuse(response, ErrorCode.TOO_LARGE);
            return;
        }
        if (!places.tryAcquire()) {
            door.putOff(peer.get(), response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, PAUSE, ErrorCode.OVERLOADED);
            return;
        }
        try {
            take(peer.get(), request, response);
        } catch (DataAccessException | TransactionException e) {
            LOG.atError().addKeyValue("peer", peer.get()).setCause(e).log("receipts could not be committed");
            door.putOff(peer.get(), response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, PAUSE, ErrorCode.UNAVAILABLE);
        } finally {
            places.release();
        }
    }

    private void take(NodeId peer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] octets = door.body(peer, request).readNBytes(WireFormats.RECEIPT_BATCH.maxOctets() + 1);
        Optional<byte[]> answers = take(peer, octets);
        if (answers.isEmpty()) {
            door.refuse(response, ErrorCode.RECEIPT_INVALID);
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        door.json(response, answers.get());
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
    private static Optional<EvidenceAnswer> answer(NodeId peer, EvidenceId id, ReceiptIntake intake) {
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
                yield Optional.of(new EvidenceAnswer.Refused(id, code));
            }
        };
    }
}
