package vn.lienthong.node.desk.internal.rest;

import java.util.List;
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
import vn.lienthong.node.desk.internal.reading.ReadingRecord;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceIntake;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.platform.InNodeRole;

/** What proves that something happened to a document, each piece checked again whenever it is shown. */
@InNodeRole
@RestController
class EvidenceResource {

    private final Dispatches dispatches;
    private final EvidenceBook book;
    private final ReadingRecord reading;

    EvidenceResource(Dispatches dispatches, EvidenceBook book, ReadingRecord reading) {
        this.dispatches = dispatches;
        this.book = book;
        this.reading = reading;
    }

    @GetMapping("/api/v1/dispatches/{parcelId}/evidence")
    EvidenceAnswer.Page ofDispatch(@AuthenticationPrincipal ApiCaller caller, @PathVariable String parcelId) {
        Following.require(caller);
        ParcelId parcel = Following.parcel(parcelId)
                .filter(id -> dispatches.find(caller.agency(), id).isPresent())
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        reading.evidence(parcel);
        List<EvidenceAnswer> all =
                book.ofParcel(parcel).stream().map(this::answer).toList();
        return new EvidenceAnswer.Page(all);
    }

    @GetMapping("/api/v1/evidence/{id}")
    EvidenceAnswer one(@AuthenticationPrincipal ApiCaller caller, @PathVariable String id) {
        Following.require(caller);
        return EvidenceId.parse(id)
                .flatMap(book::find)
                .filter(stored -> concerns(stored.evidence().subject(), caller.agency()))
                .map(this::read)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    /** Sender and recipient of a delivery; what is said about one recipient is none of the others' business. */
    private static boolean concerns(EvidenceSubject subject, AgencyCode agency) {
        return subject.sender().equals(agency) || agency.equals(subject.recipient());
    }

    private EvidenceAnswer read(StoredEvidence stored) {
        reading.evidence(
                stored.evidence().subject().parcelId(), stored.evidence().id());
        return answer(stored);
    }

    private EvidenceAnswer answer(StoredEvidence stored) {
        var issuer = stored.evidence().issuer().node();
        boolean genuine = book.check(stored.signed(), issuer) instanceof EvidenceIntake.Genuine;
        return EvidenceAnswer.of(stored, genuine);
    }
}
