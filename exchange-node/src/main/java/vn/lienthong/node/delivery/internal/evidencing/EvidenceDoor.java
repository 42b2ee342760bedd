package vn.lienthong.node.delivery.internal.evidencing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.internal.receiving.PeerDoor;
import vn.lienthong.node.platform.InNodeRole;

/** {@code POST /exchange/v1/evidence} ({@code docs/protocol §5.3}). */
@RestController
@InNodeRole
class EvidenceDoor {

    private final BatchDoor batches;

    EvidenceDoor(PeerDoor door, PulledEvidence receiver) {
        this.batches =
                new BatchDoor(door, receiver, WireFormats.EVIDENCE_BATCH.maxOctets(), ErrorCode.EVIDENCE_INVALID);
    }

    @PostMapping("/exchange/v1/evidence")
    void evidence(HttpServletRequest request, HttpServletResponse response) throws IOException {
        batches.serve(request, response);
    }
}
