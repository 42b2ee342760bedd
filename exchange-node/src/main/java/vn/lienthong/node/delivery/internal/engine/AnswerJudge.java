package vn.lienthong.node.delivery.internal.engine;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.RetryPolicy;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.internal.transport.Carried;
import vn.lienthong.node.delivery.internal.transport.ClaimedShipment;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceIntake;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Judges the answers of other nodes. A success counts only with genuine evidence about these very octets; an answer without it
 * is no answer.
 */
@InNodeRole
@Component
class AnswerJudge {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerJudge.class);

    private final EvidenceBook book;
    private final SecretGuard guard;
    private final RandomGenerator random;

    AnswerJudge(EvidenceBook book, SecretGuard guard, SecureRandom random) {
        this.book = book;
        this.guard = guard;
        this.random = random;
    }

    /** Final answers about shipments that must not leave this node, given here in place of the target. */
    List<Carried> barred(NodeId target, List<ClaimedShipment> batch, Instant now) {
        Carried.Trip none = new Carried.Trip(now, now, 0, 0, 0);
        ErrorCode code = ErrorCode.SECRECY_NOT_ALLOWED;
        return guard.barred(target, batch, now).stream()
                .<Carried>map(shipment ->
                        new Carried.Answered(shipment, none, TransferAnswer.Refused.of(code, code.vietnamese())))
                .toList();
    }

    Verdict judge(Carried carried) {
        return switch (carried) {
            case Carried.Unanswered(ClaimedShipment shipment, Carried.Trip _, ErrorCode code) ->
                new Verdict.Postponed(
                        carried, RetryPolicy.of(shipment.lane()).waitAfter(shipment.attempts() + 1, random), code);
            case Carried.Answered(ClaimedShipment shipment, Carried.Trip _, TransferAnswer answer) ->
                judge(carried, shipment, answer);
        };
    }

    private Verdict judge(Carried carried, ClaimedShipment shipment, TransferAnswer answer) {
        return switch (answer) {
            case TransferAnswer.Accepted(List<SignedEvidence> evidences) -> delivered(carried, shipment, evidences);
            case TransferAnswer.AlreadyHere(List<SignedEvidence> evidences) -> delivered(carried, shipment, evidences);
            case TransferAnswer.RetryLater later ->
                new Verdict.Postponed(
                        carried,
                        RetryPolicy.of(shipment.lane()).waitAfter(shipment.attempts() + 1, later.after(), random),
                        later.code());
            case TransferAnswer.Refused refused ->
                new Verdict.TurnedAway(carried, refused.code(), refused.text(), genuine(shipment, refused.evidences()));
        };
    }

    private Verdict delivered(Carried carried, ClaimedShipment shipment, List<SignedEvidence> evidences) {
        List<StoredEvidence> genuine = genuine(shipment, evidences);
        boolean proven = genuine.size() == evidences.size()
                && genuine.stream().anyMatch(stored -> stored.evidence().event() == EvidenceEvent.CONTENT_CONSIGNMENT);
        if (proven) {
            return new Verdict.Delivered(carried, genuine);
        }
        LOG.error(
                "Node {} says that it has parcel {}, but its evidence does not prove it",
                shipment.target(),
                shipment.parcelId());
        return new Verdict.Postponed(
                carried,
                RetryPolicy.of(shipment.lane()).waitAfter(shipment.attempts() + 1, random),
                ErrorCode.EVIDENCE_INVALID);
    }

    private List<StoredEvidence> genuine(ClaimedShipment shipment, List<SignedEvidence> evidences) {
        List<StoredEvidence> genuine = new ArrayList<>();
        for (SignedEvidence signed : evidences) {
            switch (book.check(signed, shipment.target())) {
                case EvidenceIntake.Genuine(StoredEvidence stored)
                when isAbout(shipment, stored.evidence()) -> genuine.add(stored);
                case EvidenceIntake.Genuine _ ->
                    LOG.warn("Evidence of {} is about something else than {}", shipment.target(), shipment.parcelId());
                case EvidenceIntake.Refused(ErrorCode code, String detail) ->
                    LOG.warn(
                            "Evidence of {} about {} refused: {} {}",
                            shipment.target(),
                            shipment.parcelId(),
                            code,
                            detail);
            }
        }
        return genuine;
    }

    private static boolean isAbout(ClaimedShipment shipment, Evidence evidence) {
        return evidence.subject().parcelId().equals(shipment.parcelId())
                && evidence.subject().sender().equals(shipment.head().header().sender())
                && evidence.digests()
                        .header()
                        .equals(shipment.head().headerOctets().sha256())
                && evidence.digests()
                        .payload()
                        .equals(shipment.head().header().payload().sha256());
    }
}
