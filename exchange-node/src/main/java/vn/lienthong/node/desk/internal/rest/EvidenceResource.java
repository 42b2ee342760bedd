package vn.lienthong.node.desk.internal.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.evidence.EvidenceSubject;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.SecretMarks;
import vn.lienthong.node.desk.internal.reading.ReadingRecord;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceIntake;
import vn.lienthong.node.evidence.Receipt;
import vn.lienthong.node.evidence.ReceiptBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.platform.InNodeRole;

/** What proves that something happened to a document, each piece checked again whenever it is shown. */
@InNodeRole
@RestController
class EvidenceResource {

    private final Dispatches dispatches;
    private final SecretMarks secrets;
    private final EvidenceBook book;
    private final ReceiptBook receipts;
    private final ReadingRecord reading;

    EvidenceResource(
            Dispatches dispatches,
            SecretMarks secrets,
            EvidenceBook book,
            ReceiptBook receipts,
            ReadingRecord reading) {
        this.dispatches = dispatches;
        this.secrets = secrets;
        this.book = book;
        this.receipts = receipts;
        this.reading = reading;
    }

    @GetMapping("/api/v1/dispatches/{parcelId}/evidence")
    EvidenceAnswer.Page ofDispatch(@AuthenticationPrincipal ApiCaller caller, @PathVariable String parcelId) {
        Following.require(caller);
        ParcelId parcel = Following.parcel(parcelId)
                .filter(id -> dispatches.find(caller.agency(), id).isPresent())
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        reading.evidence(parcel);
        return new EvidenceAnswer.Page(answers(book.ofParcel(parcel)));
    }

    @GetMapping(
            value = {"/api/v1/evidence/{id}/tlog-proof", "/api/v1/receipts/{id}/proof"},
            produces = "text/plain;charset=UTF-8")
    byte[] logProof(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id) {
        Following.require(caller);
        return find(caller, id).flatMap(this::readProof).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    @GetMapping({"/api/v1/evidence/{id}", "/api/v1/receipts/{id}"})
    EvidenceAnswer one(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id) {
        Following.require(caller);
        return find(caller, id).map(this::read).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    /** Evidence about a state secret does not exist here; the same is asked about whatever does not exist. */
    private Optional<StoredEvidence> find(ApiCaller caller, String id) {
        Optional<EvidenceId> name = EvidenceId.parse(id);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<StoredEvidence> found = book.find(name.get());
        ParcelId parcel = found.map(stored -> stored.evidence().subject().parcelId())
                .orElseGet(() -> new ParcelId(name.get().value()));
        boolean secret = secrets.isSecret(parcel);
        return found.filter(stored -> !secret && concerns(stored.evidence().subject(), caller.agency()));
    }

    /** Sender and recipient of a delivery; what is said about one recipient is none of the others' business. */
    private static boolean concerns(EvidenceSubject subject, AgencyCode agency) {
        return subject.sender().equals(agency) || agency.equals(subject.recipient());
    }

    private Optional<byte[]> readProof(StoredEvidence stored) {
        EvidenceId id = stored.evidence().id();
        reading.evidence(stored.evidence().subject().parcelId(), id);
        return Optional.ofNullable(receipts.complete(List.of(id)).get(id))
                .map(receipt -> receipt.logProof().toByteArray());
    }

    private EvidenceAnswer read(StoredEvidence stored) {
        reading.evidence(
                stored.evidence().subject().parcelId(), stored.evidence().id());
        return answers(List.of(stored)).getFirst();
    }

    private List<EvidenceAnswer> answers(List<StoredEvidence> all) {
        Map<EvidenceId, Receipt> complete = receipts.complete(
                all.stream().map(stored -> stored.evidence().id()).toList());
        return all.stream()
                .map(stored -> answer(
                        stored,
                        Optional.ofNullable(complete.get(stored.evidence().id()))))
                .toList();
    }

    private EvidenceAnswer answer(StoredEvidence stored, Optional<Receipt> receipt) {
        var issuer = stored.evidence().issuer().node();
        boolean genuine = book.check(stored.signed(), issuer) instanceof EvidenceIntake.Genuine;
        return EvidenceAnswer.of(stored, genuine, receipt);
    }
}
