package vn.lienthong.node.desk.internal.dossier;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.desk.door.ReceiptDoor;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Download;

/** Makes receipts for the doors of programs. */
@InNodeRole
@Component
class PaperReceipts implements ReceiptDoor {

    private final ReceiptSheets sheets;

    PaperReceipts(ReceiptSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public Optional<Download> receipt(Dispatch dispatch, AgencyCode recipient, boolean withSubject) {
        var subject = new Dossiers.Subject(dispatch.parcelId(), dispatch.sender(), dispatch.packageSha512());
        return sheets.of(subject, recipient, withSubject ? dispatch.document().subject() : null);
    }
}
