package vn.lienthong.core.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.BusinessKind;
import vn.lienthong.core.document.Contact;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.DocumentType;
import vn.lienthong.core.document.FileName;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.OtherInfo;
import vn.lienthong.core.document.Promulgation;
import vn.lienthong.core.document.ReceiverChange;
import vn.lienthong.core.document.Replacement;
import vn.lienthong.core.document.ResponseFor;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.value.Sha512;

/** Random but reproducible documents. */
final class DocumentSamples {

    private final Samples some;

    DocumentSamples(Samples some) {
        this.some = some;
    }

    Document document() {
        return new Document(metadata(), several(5, this::attachment));
    }

    private DocumentMetadata metadata() {
        Urgency urgency = some.any(Urgency.class);
        return DocumentMetadata.builder(organization(), some.text(1, 600))
                .documentId(some.text(0, 40))
                .recipients(several(6, this::organization))
                .code(new DocumentCode(some.text(0, 20), some.text(0, 40)))
                .promulgation(new Promulgation(some.text(0, 50), date()))
                .type(new DocumentType(some.text(0, 30), number(), number()))
                .content(some.text(0, 300))
                .signer(some.coin() ? Signer.NONE : new Signer(some.text(0, 9), some.text(0, 9), some.text(1, 9)))
                .dueDate(date())
                .urgency(urgency)
                .appointedTime(urgency == Urgency.EXPRESS_AT_HOUR ? some.instant() : null)
                .secrecy(some.any(Secrecy.class))
                .toPlaces(several(4, () -> some.text(1, 50)))
                .responseFor(several(3, () -> new ResponseFor(some.text(0, 20), some.text(1, 20), "", date())))
                .business(business())
                .other(other())
                .build();
    }

    private Organization organization() {
        Contact contact = some.coin()
                ? Contact.NONE
                : new Contact(some.text(0, 60), some.text(0, 20), some.text(0, 9), "", some.text(0, 20));
        return new Organization(some.code(), some.text(0, 60), some.text(0, 20), contact);
    }

    private BusinessAction business() {
        String reason = some.text(1, 60);
        return switch (some.any(BusinessKind.class)) {
            case NEW -> BusinessAction.NEW;
            case RECALL -> BusinessAction.recall(some.text(0, 40), reason);
            case UPDATE ->
                new BusinessAction(
                        BusinessKind.UPDATE,
                        reason,
                        some.coin(),
                        some.text(0, 40),
                        some.coin(),
                        several(4, () -> new ReceiverChange(some.text(1, 20), some.coin())),
                        List.of());
            case REPLACE ->
                new BusinessAction(
                        BusinessKind.REPLACE,
                        reason,
                        some.coin(),
                        "",
                        false,
                        List.of(),
                        several(3, () -> new Replacement(some.text(1, 30), several(3, () -> some.text(1, 13)))));
        };
    }

    private OtherInfo other() {
        return new OtherInfo(
                some.text(0, 30),
                some.text(0, 10),
                number(),
                number(),
                several(3, () -> some.text(1, 20)),
                some.coin(),
                several(3, () -> some.text(1, 20)),
                some.text(0, 3),
                several(2, () -> some.text(1, 20)),
                some.text(0, 9));
    }

    private Attachment attachment() {
        String original = some.text(1, 60);
        return new Attachment(
                FileName.sanitise(original),
                original,
                "application/pdf",
                some.sha256().first() >>> 30,
                Sha512.of(some.sha256().bytes()),
                some.text(0, 20));
    }

    private @Nullable LocalDate date() {
        return some.coin() ? LocalDate.of(2026, 1, 1).plusDays(some.sha256().first() & 1023) : null;
    }

    private @Nullable Integer number() {
        return some.coin() ? (int) (some.sha256().first() & 511) : null;
    }

    private <T> List<T> several(int max, Supplier<T> make) {
        long count = (some.sha256().first() & 0xFF) % (max + 1);
        return Stream.generate(make).limit(count).toList();
    }
}
