package vn.lienthong.node.desk.internal.dossier;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.desk.internal.reading.ReadingRecord;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.ReceiptSource;

/** Receipts for the pages of a sender. */
@InNodeRole
@Component
class PageReceipts implements ReceiptSource {

    private final Dispatches dispatches;
    private final ReceiptSheets sheets;
    private final ReadingRecord reading;

    PageReceipts(Dispatches dispatches, ReceiptSheets sheets, ReadingRecord reading) {
        this.dispatches = dispatches;
        this.sheets = sheets;
        this.reading = reading;
    }

    @Override
    public Optional<Download> receipt(AgencyCode sender, UUID parcel, AgencyCode recipient) {
        return ParcelId.parse(parcel.toString())
                .flatMap(name -> dispatches.find(sender, name))
                .flatMap(dispatch -> {
                    reading.evidenceTaken(dispatch.parcelId());
                    return sheets.of(
                            new Dossiers.Subject(dispatch.parcelId(), sender, dispatch.packageSha512()),
                            recipient,
                            null);
                });
    }
}
