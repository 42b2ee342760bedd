package vn.lienthong.node.desk.internal.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.message.PackageLayout;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Dispatch;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.PackageAccess;
import vn.lienthong.node.desk.internal.reading.ReadingRecord;
import vn.lienthong.node.documents.OpenPackage;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.ArrivalState;
import vn.lienthong.node.web.ArrivedOverview;
import vn.lienthong.node.web.DocumentFacts;
import vn.lienthong.node.web.Download;
import vn.lienthong.node.web.Page;
import vn.lienthong.node.web.PageWish;

/** What arrived for the agencies of a person, as the pages show it. Looking at a document does not take it. */
@Component
@InNodeRole
class ArrivedPages implements ArrivedOverview {

    private static final int LARGEST_PAGE = 199;

    private final Inbox inbox;
    private final ReadingRecord reading;

    ArrivedPages(Inbox inbox, ReadingRecord reading) {
        this.inbox = inbox;
        this.reading = reading;
    }

    @Override
    public Page<ArrivedRow> arrived(Person viewer, PageWish wish) {
        int size = Math.clamp(wish.size(), 1, LARGEST_PAGE);
        // One more than shown tells whether there is a next part.
        List<InboxEntry> found = inbox.all(agencies(viewer), before(wish.token()), size + 1);
        List<InboxEntry> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Long.toString(shown.getLast().entryId()) : null;
        return new Page<>(shown.stream().map(ArrivedPages::row).toList(), next);
    }

    private static long before(@Nullable String token) {
        return token != null && token.matches("[0-9]{1,18}") ? Long.parseLong(token) : Long.MAX_VALUE;
    }

    private static Set<AgencyCode> agencies(Person viewer) {
        return viewer.readsDocuments() ? viewer.agencies() : Set.of();
    }

    private static ArrivedRow row(InboxEntry entry) {
        Dispatch.Summary document = entry.document();
        return new ArrivedRow(
                entry.entryId(),
                entry.receivedAt(),
                entry.senderName(),
                new DocumentCode(document.codeNumber(), document.codeNotation()).display(),
                document.subject(),
                state(entry));
    }

    private static ArrivalState state(InboxEntry entry) {
        return switch (entry.state()) {
            case ARRIVED -> entry.leasedUntil() == null ? ArrivalState.WAITING : ArrivalState.LEASED;
            case HANDED_OVER -> ArrivalState.TAKEN;
            case REFUSED -> ArrivalState.REFUSED;
            case WITHDRAWN -> ArrivalState.RECALLED;
        };
    }

    @Override
    public Optional<ArrivedDocument> document(Person viewer, long id) {
        Set<AgencyCode> agencies = agencies(viewer);
        Optional<ArrivedDocument> found = inbox.find(agencies, id)
                .flatMap(entry -> inbox.document(agencies, id).map(document -> shown(entry, document)));
        if (found.isEmpty()) {
            reading.absent("arrived/" + id);
        }
        return found;
    }

    private ArrivedDocument shown(InboxEntry entry, Document document) {
        reading.viewed(entry.parcelId(), document, entry.recipient());
        return new ArrivedDocument(
                entry.entryId(),
                entry.receivedAt(),
                entry.senderName() + " (" + entry.sender().value() + ")",
                state(entry),
                facts(document),
                verification(entry));
    }

    /** Nothing gets into the inbox that was not verified; what is kept cannot change without being noticed when it is read. */
    private static Verification verification(InboxEntry entry) {
        return new Verification(
                Verdict.VALID,
                "Chữ ký của " + entry.senderName() + " hợp lệ; nội dung nguyên vẹn khi đến nút này.",
                List.of(
                        "Chữ ký số truyền thống của cơ quan gửi: hợp lệ.",
                        "Chữ ký số hậu lượng tử (ML-DSA) của cơ quan gửi: hợp lệ.",
                        "Danh sách nơi nhận do cơ quan gửi ký khớp với gói tin."));
    }

    private static DocumentFacts facts(Document document) {
        DocumentMetadata metadata = document.metadata();
        return new DocumentFacts(
                metadata.code().display(),
                metadata.type().name(),
                metadata.secrecy().isStateSecret() ? null : metadata.subject(),
                metadata.promulgation().date(),
                signer(metadata.signer()),
                metadata.urgency().level(),
                files(document));
    }

    private static @Nullable String signer(Signer signer) {
        String words = Stream.of(signer.fullName(), signer.position())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? null : words;
    }

    private static List<DocumentFacts.FileFacts> files(Document document) {
        List<DocumentFacts.FileFacts> files = new ArrayList<>();
        for (Attachment file : document.attachments()) {
            files.add(new DocumentFacts.FileFacts(
                    files.size() + 1,
                    file.name().value(),
                    file.size(),
                    file.sha512().hex()));
        }
        return List.copyOf(files);
    }

    @Override
    public Optional<Download> file(Person viewer, long id, int number) {
        return inbox.document(agencies(viewer), id)
                .filter(document ->
                        number >= 1 && number <= document.attachments().size())
                .map(document -> {
                    reading.file(parcel(viewer, id), document, number);
                    Attachment file = document.attachments().get(number - 1);
                    String object = PackageLayout.file(number - 1, file.name());
                    return new Download(file.name().value(), file.mediaType(), file.size(), out -> {
                        try (OpenPackage content = open(viewer, id)) {
                            content.copyFile(object, out);
                        }
                    });
                });
    }

    @Override
    public Optional<Download> signedPackage(Person viewer, long id) {
        inbox.document(agencies(viewer), id)
                .ifPresent(document -> reading.wholePackage(parcel(viewer, id), document, null));
        return inbox.find(agencies(viewer), id)
                .map(entry -> new Download("goi-tin-" + id + ".asice", PackageWriter.ASIC, entry.packageSize(), out -> {
                    try (OpenPackage content = open(viewer, id);
                            InputStream whole = content.range(0, content.size())) {
                        whole.transferTo(out);
                    }
                }));
    }

    private ParcelId parcel(Person viewer, long id) {
        return inbox.find(agencies(viewer), id).orElseThrow().parcelId();
    }

    private OpenPackage open(Person viewer, long id) throws IOException {
        return switch (inbox.look(agencies(viewer), id)) {
            case PackageAccess.Opened opened -> opened.content();
            case PackageAccess.NotLeased(), PackageAccess.LeaseEnded(), PackageAccess.Absent() ->
                throw new IOException("the package is no longer kept");
        };
    }
}
