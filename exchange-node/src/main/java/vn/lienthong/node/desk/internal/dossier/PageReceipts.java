package vn.lienthong.node.desk.internal.dossier;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.desk.internal.reading.ReadingRecord;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.ReceiptSource;

/** Receipts and dossiers for the pages of a sender. */
@InNodeRole
@Component
class PageReceipts implements ReceiptSource {

    private final Dispatches dispatches;
    private final ReceiptSheets sheets;
    private final Dossiers dossiers;
    private final EvidenceBook book;
    private final ReadingRecord reading;

    PageReceipts(
            Dispatches dispatches, ReceiptSheets sheets, Dossiers dossiers, EvidenceBook book, ReadingRecord reading) {
        this.dispatches = dispatches;
        this.sheets = sheets;
        this.dossiers = dossiers;
        this.book = book;
        this.reading = reading;
    }

    @Override
    public Optional<Download> receipt(AgencyCode sender, UUID parcel, AgencyCode recipient) {
        return find(sender, parcel).flatMap(dispatch -> {
            reading.evidenceTaken(dispatch.parcelId());
            return sheets.of(subject(dispatch), recipient, null);
        });
    }

    @Override
    public Optional<Download> dossier(AgencyCode sender, UUID parcel) {
        return find(sender, parcel).flatMap(dispatch -> {
            reading.evidenceTaken(dispatch.parcelId());
            return dossiers.of(subject(dispatch));
        });
    }

    @Override
    public Standing standing(AgencyCode sender, UUID parcel, AgencyCode recipient) {
        return find(sender, parcel)
                .map(dispatch ->
                        sheets.standings(book.ofParcel(dispatch.parcelId())).apply(recipient))
                .orElseGet(() -> new Standing(0, 0, 0));
    }

    private Optional<Dispatch> find(AgencyCode sender, UUID parcel) {
        return ParcelId.parse(parcel.toString()).flatMap(name -> dispatches.find(sender, name));
    }

    private static Dossiers.Subject subject(Dispatch dispatch) {
        return new Dossiers.Subject(dispatch.parcelId(), dispatch.sender(), dispatch.packageSha512());
    }
}
