package vn.lienthong.node.delivery.internal.evidencing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.EvidenceAnswers;
import vn.lienthong.core.wire.StatementBatch;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.StatementIntake;
import vn.lienthong.node.delivery.internal.receiving.PeerDoor;
import vn.lienthong.node.delivery.internal.transport.PulledPost;
import vn.lienthong.node.platform.InNodeRole;

/** {@code POST /exchange/v1/statements} ({@code docs/protocol §5.5}). */
@RestController
@InNodeRole
class StatementDoor implements PulledPost {

    static final String PATH = "/exchange/v1/statements";

    private final ObjectProvider<StatementIntake> intake;
    private final BatchDoor batches;

    StatementDoor(PeerDoor door, ObjectProvider<StatementIntake> intake) {
        this.intake = intake;
        this.batches = new BatchDoor(door, this, WireFormats.STATEMENT_BATCH.maxOctets(), ErrorCode.STATEMENT_INVALID);
    }

    @PostMapping(PATH)
    void statements(HttpServletRequest request, HttpServletResponse response) throws IOException {
        batches.serve(request, response);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Optional<byte[]> take(NodeId peer, byte[] octets) {
        return WireFormats.STATEMENT_BATCH.decode(octets) instanceof Decoded.Value<StatementBatch>(StatementBatch batch)
                ? intake.getObject()
                        .take(peer, batch.statements())
                        .map(answers -> WireFormats.EVIDENCE_ANSWERS.encode(new EvidenceAnswers(answers)))
                : Optional.empty();
    }
}
