package vn.lienthong.node.delivery.internal.receiving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.TransferAnswers;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.ParcelAcceptance;
import vn.lienthong.node.platform.InNodeRole;

/** {@code POST /exchange/v1/parcels}: batches of small parcels ({@code docs/protocol §5.1}). */
@RestController
@InNodeRole
class ParcelsDoor {

    /** The type of a batch. */
    static final String MEDIA_TYPE = "application/vnd.lienthong.parcels";

    /** How much the receiver is ready to take in the next batch: parcels, then octets. */
    static final String CREDIT = "Lienthong-Credit";

    private static final Logger LOG = LoggerFactory.getLogger(ParcelsDoor.class);
    private static final int CREDIT_PARCELS = 64;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final PeerDoor door;
    private final BatchPlaces places;
    private final ParcelAcceptance acceptance;

    ParcelsDoor(PeerDoor door, BatchPlaces places, ParcelAcceptance acceptance) {
        this.door = door;
        this.places = places;
        this.acceptance = acceptance;
    }

    @PostMapping("/exchange/v1/parcels")
    void parcels(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<NodeId> peer = door.peer(request, response);
        if (peer.isEmpty()) {
            return;
        }
        if (!isBatch(request.getContentType())) {
            door.refuse(response, ErrorCode.MEDIA_TYPE_UNSUPPORTED);
            return;
        }
        switch (places.take(peer.get())) {
            case BatchPlaces.Answer.PeerBusy() ->
                door.putOff(peer.get(), response, TOO_MANY_REQUESTS, PAUSE, ErrorCode.TOO_MANY_REQUESTS);
            case BatchPlaces.Answer.AllBusy() ->
                door.putOff(
                        peer.get(), response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, PAUSE, ErrorCode.OVERLOADED);
            case BatchPlaces.Answer.Granted(BatchPlaces.Place place) -> {
                try (place) {
                    take(peer.get(), request, response);
                }
            }
        }
    }

    private void take(NodeId peer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<TransferAnswer> answers;
        try {
            answers = new BatchIntake(peer, acceptance).read(door.body(peer, request));
        } catch (IOException torn) {
            // Nobody is left to be answered; what was accepted will be found again as already here.
            LOG.atInfo().addKeyValue("peer", peer).log("connection broke within a batch");
            return;
        }
        answers.forEach(answer -> door.note(peer, answer));
        if (answers.isEmpty()) {
            door.refuse(response, ErrorCode.PARCEL_MALFORMED);
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader(CREDIT, CREDIT_PARCELS + " " + BatchPlaces.OCTETS);
        door.json(response, WireFormats.TRANSFER_ANSWERS.encode(new TransferAnswers(answers)));
    }

    private static boolean isBatch(@Nullable String contentType) {
        return MEDIA_TYPE.equals(contentType);
    }
}
