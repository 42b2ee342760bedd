package vn.lienthong.node.delivery.internal.evidencing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.EvidenceAnswer;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.delivery.DeliveryProgress;
import vn.lienthong.node.delivery.internal.receiving.ReceivingCrashPoints;
import vn.lienthong.node.delivery.internal.rows.ShortTransactions;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceIntake;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;

/** Takes evidence from other nodes: checks each, then keeps all that hold and moves their deliveries, in one transaction. */
@Component
@InNodeRole
class EvidenceReception {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceReception.class);

    private final EvidenceBook evidenceBook;
    private final OwnParcels ownParcels;
    private final ObjectProvider<DeliveryProgress> progress;
    private final ShortTransactions transactions;
    private final AuditTrail trail;
    private final SecretRecallEvidence recalls;
    private final CrashPoints crashPoints;

    EvidenceReception(
            EvidenceBook evidenceBook,
            OwnParcels ownParcels,
            ObjectProvider<DeliveryProgress> progress,
            ShortTransactions transactions,
            AuditTrail trail,
            SecretRecallEvidence recalls,
            CrashPoints crashPoints) {
        this.evidenceBook = evidenceBook;
        this.ownParcels = ownParcels;
        this.progress = progress;
        this.transactions = transactions;
        this.trail = trail;
        this.recalls = recalls;
        this.crashPoints = crashPoints;
    }

    /**
     * Takes a batch.
     *
     * @return one answer per evidence, in their order; empty when one of them is not even the form of evidence, and nothing is taken
     */
    Optional<List<EvidenceAnswer>> take(NodeId from, List<SignedEvidence> batch) {
        List<Evidence> read =
                batch.stream().flatMap(signed -> read(signed).stream()).toList();
        if (read.size() < batch.size()) {
            return Optional.empty();
        }
        List<EvidenceAnswer> answers = new ArrayList<>();
        List<StoredEvidence> fresh = new ArrayList<>();
        Set<EvidenceId> seen = new HashSet<>();
        for (int i = 0; i < batch.size(); i++) {
            EvidenceAnswer answer = seen.add(read.get(i).id())
                    ? answer(from, batch.get(i), read.get(i), fresh)
                    : new EvidenceAnswer.AlreadyHere(read.get(i).id());
            answers.add(answer);
        }
        keep(fresh);
        return Optional.of(List.copyOf(answers));
    }

    private static Optional<Evidence> read(SignedEvidence signed) {
        return WireFormats.EVIDENCE.decode(signed.octets().toByteArray())
                        instanceof Decoded.Value<Evidence>(Evidence evidence)
                ? Optional.of(evidence)
                : Optional.empty();
    }

    private EvidenceAnswer answer(NodeId from, SignedEvidence signed, Evidence evidence, List<StoredEvidence> fresh) {
        return switch (evidenceBook.check(signed, from)) {
            case EvidenceIntake.Refused(ErrorCode code, String detail) -> refused(from, evidence, code, detail);
            case EvidenceIntake.Genuine(StoredEvidence genuine)
            when recalls.isEntitled(genuine.evidence(), from) -> entitled(from, genuine, fresh);
            case EvidenceIntake.Genuine(StoredEvidence genuine) ->
                switch (ownParcels.of(genuine.evidence(), from)) {
                    case OwnParcels.Standing.Unentitled(ErrorCode code, String detail) ->
                        refused(from, evidence, code, detail);
                    case OwnParcels.Standing.Entitled() -> entitled(from, genuine, fresh);
                };
        };
    }

    private EvidenceAnswer entitled(NodeId from, StoredEvidence genuine, List<StoredEvidence> fresh) {
        EvidenceId id = genuine.evidence().id();
        Optional<StoredEvidence> held = evidenceBook.find(id);
        if (held.isEmpty()) {
            fresh.add(genuine);
            return new EvidenceAnswer.Stored(id);
        }
        return held.get().signed().octets().equals(genuine.signed().octets())
                ? new EvidenceAnswer.AlreadyHere(id)
                : refused(from, genuine.evidence(), ErrorCode.EVIDENCE_INVALID, "other evidence has this identity");
    }

    private EvidenceAnswer refused(NodeId from, Evidence evidence, ErrorCode code, String detail) {
        LOG.atWarn()
                .addKeyValue("peer", from)
                .addKeyValue("parcel", evidence.subject().parcelId())
                .addKeyValue("code", code.code())
                .log("evidence refused: {}", detail);
        trail.recordRefusal(SecurityEvent.blocked(EventKind.EVIDENCE_REFUSE, code.code())
                .by(Actor.node(from.value()))
                .on(EventObject.document(evidence.subject().parcelId()))
                .with("evidence", evidence.id().value()));
        return new EvidenceAnswer.Refused(evidence.id(), code);
    }

    private void keep(List<StoredEvidence> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        try {
            commit(fresh);
        } catch (DataIntegrityViolationException sentTwice) {
            // The same evidence came by another request meanwhile: keep what is still new, each by itself.
            fresh.forEach(this::keepUnlessHeld);
        }
        crashPoints.reach(ReceivingCrashPoints.EVIDENCE_TAKEN);
    }

    private void commit(List<StoredEvidence> evidence) {
        transactions.run(() -> {
            evidenceBook.keep(evidence);
            progress.getObject().apply(evidence);
            recalls.apply(evidence);
        });
    }

    private void keepUnlessHeld(StoredEvidence evidence) {
        if (!evidenceBook.holds(evidence.evidence().id())) {
            commit(List.of(evidence));
        }
    }
}
