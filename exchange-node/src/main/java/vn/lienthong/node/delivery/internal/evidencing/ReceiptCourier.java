package vn.lienthong.node.delivery.internal.evidencing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.LoggedEvidence;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.ReceiptBatch;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.log.InclusionProof;
import vn.lienthong.crypto.log.LogReceipt;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceClaims.Claimed;
import vn.lienthong.node.delivery.internal.evidencing.EvidenceClaims.Stage;
import vn.lienthong.node.evidence.ReceiptBook;
import vn.lienthong.node.platform.InNodeRole;

/** Carries the receipts of evidence to the node that holds the evidence, as soon as the log can prove them. */
@Component
@InNodeRole
class ReceiptCourier implements Courier {

    /** The longest pause is 2⁸ seconds: also a log that stood still for days is asked soon after it goes on. */
    private static final int LONGEST = 8;

    /** About a day of attempts. */
    private static final int MOST = 400;

    private final ReceiptBook receipts;
    private final PeerPost post;

    ReceiptCourier(ReceiptBook receipts, PeerPost post) {
        this.receipts = receipts;
        this.post = post;
    }

    @Override
    public Stage stage() {
        return Stage.RECEIPT;
    }

    @Override
    public Duration pauseAfter(int attempts) {
        return Duration.ofSeconds(1L << Math.clamp(attempts, 0, LONGEST));
    }

    /** Evidence that travelled in an answer may be committed there later than its receipt arrives, if that node was killed. */
    @Override
    public boolean isFinal(EvidenceAnswer answer, int attempts) {
        return attempts >= MOST
                || !(answer instanceof EvidenceAnswer.Refused(EvidenceId _, ErrorCode code)
                        && code == ErrorCode.NOT_FOUND);
    }

    @Override
    public Optional<List<EvidenceAnswer>> post(NodeId target, List<Claimed> batch) throws InterruptedException {
        Map<EvidenceId, LogReceipt> complete =
                receipts.own(batch.stream().map(Claimed::id).toList());
        Map<String, List<LoggedEvidence>> byCheckpoint = new LinkedHashMap<>();
        complete.forEach((id, receipt) -> byCheckpoint
                .computeIfAbsent(new String(receipt.note().encode(), StandardCharsets.UTF_8), _ -> new ArrayList<>())
                .add(logged(id, receipt.proof())));
        List<EvidenceAnswer> answers = new ArrayList<>();
        for (Map.Entry<String, List<LoggedEvidence>> one : byCheckpoint.entrySet()) {
            byte[] body = WireFormats.RECEIPT_BATCH.encode(new ReceiptBatch(one.getKey(), one.getValue()));
            Optional<List<EvidenceAnswer>> answered = post.some(
                    target, "/exchange/v1/receipts", body, one.getValue().size());
            if (answered.isEmpty()) {
                return Optional.empty();
            }
            answers.addAll(answered.get());
        }
        return Optional.of(answers);
    }

    private static LoggedEvidence logged(EvidenceId id, InclusionProof proof) {
        return new LoggedEvidence(
                id,
                proof.index(),
                proof.path().stream()
                        .map(hash -> Sha256.fromBytes(hash.toByteArray()))
                        .toList());
    }
}
