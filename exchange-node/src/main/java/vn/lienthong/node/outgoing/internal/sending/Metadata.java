package vn.lienthong.node.outgoing.internal.sending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.BusinessKind;
import vn.lienthong.core.document.Contact;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.DocumentType;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.OtherInfo;
import vn.lienthong.core.document.Promulgation;
import vn.lienthong.core.document.ResponseFor;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.outgoing.internal.draft.Field;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.Typed;
import vn.lienthong.node.outgoing.internal.file.DraftFile;
import vn.lienthong.node.outgoing.internal.recipients.Recipient;
import vn.lienthong.node.outgoing.internal.recipients.RecipientLines;
import vn.lienthong.node.web.DateText;

/** Makes the metadata of the package from a numbered document. */
final class Metadata {

    private static final int MOST_ANSWERED = 50;
    private static final int PLACES = 5000;

    private final Outgoing document;
    private final Typed typed;
    private final Instant now;

    Metadata(Outgoing document, Instant now) {
        this.document = document;
        this.typed = document.typed();
        this.now = now;
    }

    DocumentMetadata of(String agencyName, List<Recipient> lines, List<DraftFile> files) {
        Contact contact = new Contact("", "", cut(typed.line(Field.PHONE), 50), "", "");
        Organization sender = new Organization(document.agency(), cut(agencyName, 200), "", contact);
        Urgency urgency = Urgency.ofLevel(document.urgency()).orElse(Urgency.ORDINARY);
        return DocumentMetadata.builder(sender, typed.get(Field.SUBJECT))
                .recipients(lines.stream()
                        .flatMap(line -> organization(line).stream())
                        .distinct()
                        .toList())
                .code(new DocumentCode(document.number(), document.notation()))
                .promulgation(new Promulgation(typed.line(Field.PLACE), document.issuedOn()))
                .type(DocumentType.named(typed.line(Field.TYPE)))
                .content(cut(typed.get(Field.NOTE), 500))
                .signer(new Signer(typed.line(Field.COMPETENCE), typed.line(Field.POSITION), typed.line(Field.SIGNER)))
                .dueDate(day(Field.DUE))
                .urgency(urgency)
                .appointedTime(
                        urgency == Urgency.EXPRESS_AT_HOUR
                                ? DateText.moment(typed.line(Field.APPOINTED), now, false)
                                        .orElse(null)
                                : null)
                .toPlaces(places(lines))
                .responseFor(answers())
                .business(business())
                .other(other(files))
                .build();
    }

    private static List<Organization> organization(Recipient line) {
        AgencyCode code = line.code();
        return code == null ? List.of() : List.of(Organization.of(code, cut(line.label(), 200)));
    }

    private static List<String> places(List<Recipient> lines) {
        List<String> places = new ArrayList<>();
        int length = 0;
        for (Recipient line : lines) {
            length += line.label().length();
            if (length > PLACES) {
                break;
            }
            places.add(line.label());
        }
        return places;
    }

    private List<ResponseFor> answers() {
        return typed.get(Field.ANSWERS)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_ANSWERED)
                .map(line -> new ResponseFor("", cut(line, 100), "", null))
                .toList();
    }

    /** A replacement and a correction name the earlier document; the recipients of that one are told by statements. */
    private BusinessAction business() {
        boolean paper = typed.ticked(Field.PAPER);
        String replaced = typed.line(Field.REPLACES);
        String corrected = typed.line(Field.CORRECTS);
        if (!replaced.isEmpty()) {
            return new BusinessAction(
                    BusinessKind.REPLACE, "Thay thế văn bản " + replaced, paper, replaced, false, List.of(), List.of());
        }
        if (!corrected.isEmpty()) {
            return new BusinessAction(
                    BusinessKind.UPDATE,
                    "Đính chính văn bản " + corrected,
                    paper,
                    corrected,
                    false,
                    List.of(),
                    List.of());
        }
        return new BusinessAction(BusinessKind.NEW, "", paper, "", false, List.of(), List.of());
    }

    private OtherInfo other(List<DraftFile> files) {
        return new OtherInfo(
                cut(typed.line(Field.SPHERE), 100),
                "",
                amount(Field.COPIES),
                amount(Field.PAGES),
                List.of(),
                false,
                files.stream().filter(file -> !file.main()).map(DraftFile::name).toList(),
                "",
                List.of(),
                "");
    }

    private @Nullable Integer amount(Field field) {
        String text = typed.line(field);
        return text.matches("[0-9]{1,3}") ? Integer.valueOf(text) : null;
    }

    private @Nullable LocalDate day(Field field) {
        LocalDate today = LocalDate.ofInstant(now, DateText.HANOI);
        return DateText.date(typed.line(field), today).orElse(null);
    }

    private static String cut(String text, int longest) {
        String line =
                Objects.requireNonNullElse(text, "").replaceAll("\\s+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest);
    }

    /** The agencies that a document goes to. */
    static List<AgencyCode> recipients(List<Recipient> lines) {
        return RecipientLines.codes(lines);
    }
}
