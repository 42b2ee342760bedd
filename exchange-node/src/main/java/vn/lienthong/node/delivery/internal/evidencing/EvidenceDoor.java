package vn.lienthong.node.delivery.internal.evidencing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
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
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.EvidenceAnswers;
import vn.lienthong.core.wire.EvidenceBatch;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.internal.receiving.PeerDoor;
import vn.lienthong.node.platform.InNodeRole;

/** {@code POST /exchange/v1/evidence} ({@code docs/protocol §5.3}). */
@RestController
@InNodeRole
class EvidenceDoor {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceDoor.class);

    /** A batch of 256 takes about a megabyte; 16 MiB are the limit of the format. */
    private static final int PLACES = 4;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PeerDoor door;
    private final EvidenceReception reception;
    private final Semaphore places = new Semaphore(PLACES, true);

    EvidenceDoor(PeerDoor door, EvidenceReception reception) {
        this.door = door;
        this.reception = reception;
    }

    @PostMapping("/exchange/v1/evidence")
    void evidence(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<NodeId> peer = door.peer(request, response);
        if (peer.isEmpty()) {
            return;
        }
        if (request.getContentLengthLong() > WireFormats.EVIDENCE_BATCH.maxOctets()) {
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
            LOG.atError().addKeyValue("peer", peer.get()).setCause(e).log("evidence could not be committed");
            door.putOff(peer.get(), response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, PAUSE, ErrorCode.UNAVAILABLE);
        } finally {
            places.release();
        }
    }

    private void take(NodeId peer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] octets = door.body(peer, request).readNBytes(WireFormats.EVIDENCE_BATCH.maxOctets() + 1);
        Optional<List<EvidenceAnswer>> answers =
                WireFormats.EVIDENCE_BATCH.decode(octets) instanceof Decoded.Value<EvidenceBatch>(EvidenceBatch batch)
                        ? reception.take(peer, batch.evidences())
                        : Optional.empty();
        if (answers.isEmpty()) {
            door.refuse(response, ErrorCode.EVIDENCE_INVALID);
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        door.json(response, WireFormats.EVIDENCE_ANSWERS.encode(new EvidenceAnswers(answers.get())));
    }
}
