package vn.lienthong.node.outgoing.internal.sending;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.delivery.Completion;
import vn.lienthong.node.delivery.DispatchOrder;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.delivery.OpenDispatch;
import vn.lienthong.node.delivery.Submission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.outgoing.internal.draft.History.Deed;
import vn.lienthong.node.outgoing.internal.draft.Journal;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Sends a document that left once more to a recipient whom it did not reach.
 *
 * <p>Guarantees: pressing twice sends once: the delivery knows the order by the parcel that did not arrive.
 */
@InNodeRole
@Service
public class SendingAgain {

    private final Parts parts;
    private final Dispatches dispatches;
    private final FurtherParcels further;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    SendingAgain(
            Parts parts,
            Dispatches dispatches,
            FurtherParcels further,
            Journal journal,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.parts = parts;
        this.dispatches = dispatches;
        this.further = further;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Sends to one recipient.
     *
     * @param before the parcel that did not arrive
     * @return false when the recipient cannot be served now
     */
    public boolean send(Person clerk, Outgoing document, AgencyCode recipient, ParcelId before) throws IOException {
        List<DraftFile> files = parts.files().of(document.id());
        Optional<ParcelId> parcel = switch (dispatches.begin(order(document, recipient, before, files))) {
            case Submission.Open(OpenDispatch open) -> fill(open, files);
            case Submission.Repeated(ParcelId earlier) -> Optional.of(earlier);
            case Submission.Undeliverable _, Submission.Rejected _ -> Optional.empty();
        };
        parcel.ifPresent(name -> transactions.executeWithoutResult(_ -> {
            further.add(document.id(), name, clock.instant());
            SecurityEvent event = SecurityEvent.of(EventKind.DOCUMENT_SEND)
                    .with("agency", document.agency())
                    .with("parcel", name)
                    .with("again", before);
            journal.note(document.id(), clerk.login().value(), Deed.SENT_AGAIN, recipient.value(), event);
        }));
        return parcel.isPresent();
    }

    private DispatchOrder order(Outgoing document, AgencyCode recipient, ParcelId before, List<DraftFile> files) {
        byte[] name = ("lienthong/outgoing/again/1\0" + document.id() + "\0" + recipient + "\0" + before)
                .getBytes(StandardCharsets.US_ASCII);
        return new DispatchOrder(
                document.agency(),
                List.of(recipient),
                false,
                Optional.empty(),
                new Metadata(document, clock.instant())
                        .of(parts.names().nameOf(document), parts.recipients().of(document.id()), files),
                Sha256.of(name),
                Sha256.of(name),
                "outgoing:" + document.id());
    }

    private Optional<ParcelId> fill(OpenDispatch open, List<DraftFile> files) throws IOException {
        try (open) {
            for (DraftFile file : files) {
                try (InputStream content = parts.files().open(file)) {
                    open.addFile(file.name(), file.type().mediaType(), content);
                }
            }
            return switch (open.submit()) {
                case Completion.Taken(ParcelId parcel) -> Optional.of(parcel);
                case Completion.Repeated(ParcelId parcel) -> Optional.of(parcel);
                case Completion.KeyTaken() -> Optional.empty();
            };
        }
    }
}
