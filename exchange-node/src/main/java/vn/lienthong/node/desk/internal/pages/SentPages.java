package vn.lienthong.node.desk.internal.pages;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.Dispatches;
import vn.lienthong.node.desk.internal.dossier.Dossiers;
import vn.lienthong.node.desk.internal.dossier.ReceiptSheets;
import vn.lienthong.node.desk.internal.reading.ReadingRecord;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;
import vn.lienthong.node.web.SentOverview;
import vn.lienthong.node.web.SentOverview.ReceiptStanding;

/** What the agencies of a person have sent, as the pages show it. Of other agencies' documents it knows nothing. */
@InNodeRole
@Component
class SentPages implements SentOverview {

    private static final int MOST_JOURNEYS = 5;
    private static final int LARGEST_PAGE = 199;
    private static final Comparator<Dispatch> NEWEST_FIRST =
            Comparator.comparing(Dispatch::parcelId).reversed();

    private final Dispatches dispatches;
    private final EvidenceBook book;
    private final Dossiers dossiers;
    private final ReceiptSheets sheets;
    private final DirectoryView directory;
    private final ReadingRecord reading;
    private final InstantSource clock;

    SentPages(
            Dispatches dispatches,
            EvidenceBook book,
            Dossiers dossiers,
            ReceiptSheets sheets,
            DirectoryView directory,
            ReadingRecord reading,
            InstantSource clock) {
        this.dispatches = dispatches;
        this.book = book;
        this.dossiers = dossiers;
        this.sheets = sheets;
        this.directory = directory;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public Page<SentRow> sent(Person viewer, PageWish wish) {
        int size = Math.clamp(wish.size(), 1, LARGEST_PAGE);
        Optional<ParcelId> before = Optional.ofNullable(wish.token()).flatMap(ParcelId::parse);
        List<Dispatch> found = agencies(viewer).stream()
                // One more than shown tells whether there is a next part.
                .flatMap(agency -> dispatches.list(agency, before, size + 1).stream())
                .sorted(NEWEST_FIRST)
                .limit(size + 1L)
                .toList();
        List<Dispatch> shown = found.subList(0, Math.min(size, found.size()));
        Journeys journeys = journeys();
        @Nullable String next = found.size() > size ? shown.getLast().parcelId().toString() : null;
        return new Page<>(
                shown.stream().map(dispatch -> row(dispatch, journeys)).toList(), next);
    }

    @Override
    public Optional<SentDocument> document(Person viewer, UUID id) {
        return find(viewer, id)
                .flatMap(dispatch -> dispatches
                        .document(dispatch.sender(), dispatch.parcelId())
                        .map(document -> shown(dispatch, document)));
    }

    @Override
    public Optional<Download> evidence(Person viewer, UUID id) {
        return find(viewer, id).flatMap(dispatch -> {
            reading.evidenceTaken(dispatch.parcelId());
            return dossiers.of(subject(dispatch));
        });
    }

    @Override
    public Optional<Download> receipt(Person viewer, UUID id, String recipient) {
        return find(viewer, id)
                .flatMap(dispatch -> dispatch.deliveries().stream()
                        .map(Dispatch.Leg::recipient)
                        .filter(code -> code.value().equals(recipient))
                        .findFirst()
                        .flatMap(code -> {
                            reading.evidenceTaken(dispatch.parcelId());
                            return sheets.of(subject(dispatch), code, null);
                        }));
    }

    private static Dossiers.Subject subject(Dispatch dispatch) {
        return new Dossiers.Subject(dispatch.parcelId(), dispatch.sender(), dispatch.packageSha512());
    }

    private static Set<AgencyCode> agencies(Person viewer) {
        return viewer.readsDocuments() ? viewer.agencies() : Set.of();
    }

    private Optional<Dispatch> find(Person viewer, UUID id) {
        Optional<ParcelId> parcel = ParcelId.parse(id.toString());
        return parcel.stream()
                .flatMap(parcelId ->
                        agencies(viewer).stream().flatMap(agency -> dispatches.find(agency, parcelId).stream()))
                .findFirst();
    }

    private SentDocument shown(Dispatch dispatch, Document document) {
        reading.viewed(dispatch.parcelId(), document, dispatch.sender());
        List<StoredEvidence> evidence = book.ofParcel(dispatch.parcelId());
        Journeys journeys = journeys();
        Function<AgencyCode, ReceiptStanding> receipts = sheets.standings(evidence);
        return new SentDocument(
                dispatch.parcelId().value(),
                dispatch.createdAt(),
                journeys.name(dispatch.sender()),
                Facts.of(document),
                dispatch.deliveries().stream()
                        .map(leg -> journeys.full(leg, evidence, receipts.apply(leg.recipient())))
                        .toList());
    }

    private static SentRow row(Dispatch dispatch, Journeys journeys) {
        Dispatch.Summary document = dispatch.document();
        return new SentRow(
                dispatch.parcelId().value(),
                dispatch.createdAt(),
                Facts.number(document.codeNumber(), document.codeNotation()),
                document.subject(),
                dispatch.deliveries().stream()
                        .limit(MOST_JOURNEYS)
                        .map(journeys::of)
                        .toList(),
                dispatch.deliveries().size());
    }

    private Journeys journeys() {
        return new Journeys(directory.current(), clock.instant());
    }
}
