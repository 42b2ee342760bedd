package vn.lienthong.node.soap.internal.operation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.evidence.EvidenceId;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.desk.door.ReadingDoor;
import vn.lienthong.node.desk.door.ReceiptDoor;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.EvidenceIntake;
import vn.lienthong.node.evidence.Receipt;
import vn.lienthong.node.evidence.ReceiptBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.soap.internal.wire.Xml;
import vn.lienthong.node.web.Download;

/** What proves a delivery: evidence with its proofs, and the page for people. Each reading is recorded first. */
@InNodeRole
@Component
class Papers {

    private final EvidenceBook book;
    private final ReceiptBook receipts;
    private final ReceiptDoor pages;
    private final ReadingDoor reading;

    Papers(EvidenceBook book, ReceiptBook receipts, ReceiptDoor pages, ReadingDoor reading) {
        this.book = book;
        this.receipts = receipts;
        this.pages = pages;
        this.reading = reading;
    }

    /** Adds everything that is kept about a parcel. */
    void evidence(Xml answer, ParcelId parcel) {
        reading.evidence(parcel);
        List<StoredEvidence> all = book.ofParcel(parcel);
        Map<EvidenceId, Receipt> complete = receipts.complete(
                all.stream().map(stored -> stored.evidence().id()).toList());
        answer.each(
                "evidence",
                all,
                (xml, stored) -> Answers.evidence(
                        xml,
                        stored,
                        genuine(stored),
                        complete.get(stored.evidence().id())));
    }

    private boolean genuine(StoredEvidence stored) {
        return book.check(stored.signed(), stored.evidence().issuer().node()) instanceof EvidenceIntake.Genuine;
    }

    /** The page about one delivery. */
    Download page(Dispatch dispatch, String recipient, boolean withSubject) {
        AgencyCode code = dispatch.deliveries().stream()
                .map(Dispatch.Leg::recipient)
                .filter(known -> known.value().equals(recipient))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        reading.evidenceTaken(dispatch.parcelId());
        return pages.receipt(dispatch, code, withSubject).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }
}
