package vn.lienthong.node.delivery.internal.evidencing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.statement.SignedStatement;
import vn.lienthong.core.wire.StatementBatch;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceClaims.Claimed;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceClaims.Stage;
import vn.lienthong.node.platform.InNodeRole;

/** Carries statements of agencies to the node of the other agency. */
@Component
@InNodeRole
class StatementCourier implements Courier {

    /** The longest pause is 2⁸ seconds. */
    private static final int LONGEST = 8;

    /** About a week of attempts: a statement may be there before the parcel that it is about. */
    private static final int MOST = 2400;

    private final PeerPost post;

    StatementCourier(PeerPost post) {
        this.post = post;
    }

    @Override
    public Stage stage() {
        return Stage.STATEMENT;
    }

    @Override
    public Duration pauseAfter(int attempts) {
        return Duration.ofSeconds(1L << Math.clamp(attempts, 0, LONGEST));
    }

    @Override
    public boolean isFinal(EvidenceAnswer answer, int attempts) {
        return attempts >= MOST
                || !(answer instanceof EvidenceAnswer.Refused(EvidenceId _, ErrorCode code)
                        && code == ErrorCode.NOT_FOUND);
    }

    @Override
    public Optional<List<EvidenceAnswer>> post(NodeId target, List<Claimed> batch) throws InterruptedException {
        StatementBatch statements = new StatementBatch(batch.stream()
                .map(claimed -> new SignedStatement(claimed.octets(), claimed.signature()))
                .toList());
        return post.all(target, StatementDoor.PATH, WireFormats.STATEMENT_BATCH.encode(statements), batch.size());
    }
}
