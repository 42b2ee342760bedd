package vn.lienthong.core.wire;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.Actor;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.LoggedEvidence;

/** Random but reproducible answers. */
final class AnswerSamples {

    private final Samples some;

    AnswerSamples(Samples some) {
        this.some = some;
    }

    TransferAnswers answers() {
        return new TransferAnswers(several(0, 4, this::answer));
    }

    EvidenceBatch batch() {
        return new EvidenceBatch(several(0, 4, some::signedEvidence));
    }

    ReceiptBatch receipts() {
        return new ReceiptBatch(some.text(1, 60), several(1, 4, this::receipt));
    }

    private LoggedEvidence receipt() {
        return new LoggedEvidence(
                new EvidenceId(some.parcelId().value()), some.sha256().first() >>> 1, several(0, 3, some::sha256));
    }

    EvidenceAnswers evidenceAnswers() {
        return new EvidenceAnswers(several(0, 5, this::evidenceAnswer));
    }

    private TransferAnswer answer() {
        return switch (choice(4)) {
            case 0 -> new TransferAnswer.Accepted(several(1, 2, some::signedEvidence));
            case 1 -> new TransferAnswer.AlreadyHere(several(1, 2, some::signedEvidence));
            case 2 -> new TransferAnswer.RetryLater(Duration.ofSeconds(choice(255)), some.any(ErrorCode.class));
            default ->
                new TransferAnswer.Refused(
                        some.any(ErrorCode.class),
                        some.text(0, 40),
                        some.any(Actor.class),
                        several(0, 2, some::signedEvidence));
        };
    }

    private EvidenceAnswer evidenceAnswer() {
        EvidenceId id = new EvidenceId(some.parcelId().value());
        return switch (choice(3)) {
            case 0 -> new EvidenceAnswer.Stored(id);
            case 1 -> new EvidenceAnswer.AlreadyHere(id);
            default -> new EvidenceAnswer.Refused(id, some.any(ErrorCode.class));
        };
    }

    private int choice(int bound) {
        return (int) (some.sha256().first() & 0xFFFF) % bound;
    }

    private <T> List<T> several(int min, int max, Supplier<T> make) {
        return Stream.generate(make).limit(min + choice(max - min + 1)).toList();
    }
}
