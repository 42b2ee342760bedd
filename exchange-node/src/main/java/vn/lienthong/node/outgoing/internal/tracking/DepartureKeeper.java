package vn.lienthong.node.outgoing.internal.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.DepartureFeed;
import vn.lienthong.node.delivery.DepartureFeed.Departure;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.History;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingId;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.outgoing.internal.draft.Typed;
import vn.lienthong.node.outgoing.internal.recipients.Purpose;
import vn.lienthong.node.outgoing.internal.recipients.Recipient;
import vn.lienthong.node.outgoing.internal.recipients.RecipientLines;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;

/**
 * Keeps a record at the desk of what programs of an agency sent, so that its clerks follow all that left in one list. Files and
 * register stay with the program.
 *
 * <p>Guarantees: each parcel is kept once, those that the desk sent itself not at all; a state secret leaves no record.
 */
@InNodeRole
@Component
class DepartureKeeper {

    private static final int BATCH = 50;
    private static final String BY_THE_DESK = "outgoing:";
    private static final String PROGRAM = "";

    private final DepartureFeed feed;
    private final OutgoingRows rows;
    private final RecipientLines lines;
    private final History history;

    DepartureKeeper(DepartureFeed feed, OutgoingRows rows, RecipientLines lines, History history) {
        this.feed = feed;
        this.rows = rows;
        this.lines = lines;
        this.history = history;
    }

    /** Keeps the next ones; returns whether there may be more. */
    boolean keepNext() {
        return feed.tell(BATCH, this::keep) == BATCH;
    }

    private void keep(List<Departure> departures) {
        for (Departure departure : departures) {
            if (!departure.submittedBy().startsWith(BY_THE_DESK)
                    && rows.findSent(departure.parcelId()).isEmpty()) {
                departure.document().ifPresent(document -> keep(departure, document));
            }
        }
    }

    private void keep(Departure departure, Document document) {
        DocumentMetadata metadata = document.metadata();
        Typed typed = typed(metadata);
        OutgoingId id = rows.insert(departure.sender(), typed, PROGRAM, departure.at());
        lines.write(id, recipients(departure.recipients(), metadata));
        Outgoing record = new Outgoing(
                id,
                departure.sender(),
                OutgoingState.SENT,
                1,
                typed,
                metadata.code().number(),
                metadata.code().notation(),
                metadata.promulgation().date(),
                departure.recipients().size(),
                new Outgoing.Changes(PROGRAM, departure.at(), PROGRAM, departure.at()),
                new Outgoing.Release(null, departure.parcelId(), departure.at(), null));
        if (!rows.update(record, PROGRAM, departure.at())) {
            throw new IllegalStateException("a record that was just written has changed: " + id);
        }
        history.note(id, PROGRAM, History.Deed.SENT, departure.parcelId().toString());
    }

    private static List<Recipient> recipients(List<AgencyCode> codes, DocumentMetadata metadata) {
        Map<AgencyCode, String> names = new HashMap<>();
        for (Organization named : metadata.recipients()) {
            if (!named.name().isEmpty()) {
                var _ = names.putIfAbsent(named.code(), named.name());
            }
        }
        return codes.stream()
                .map(code -> new Recipient(Purpose.ACTION, code, names.getOrDefault(code, code.value())))
                .toList();
    }

    private static Typed typed(DocumentMetadata metadata) {
        Instant appointed = metadata.appointedTime();
        return Typed.NOTHING
                .with(Field.APPOINTED, appointed == null ? "" : DateText.write(appointed))
                .with(Field.TYPE, metadata.type().name())
                .with(Field.SUBJECT, metadata.subject())
                .with(Field.COMPETENCE, metadata.signer().competence())
                .with(Field.POSITION, metadata.signer().position())
                .with(Field.SIGNER, metadata.signer().fullName())
                .with(Field.PLACE, metadata.promulgation().place())
                .with(Field.ISSUED, day(metadata.promulgation().date()))
                .with(Field.DUE, day(metadata.dueDate()))
                .with(Field.URGENCY, String.valueOf(metadata.urgency().level()))
                .with(Field.NOTE, metadata.content());
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DateText.write(day);
    }
}
