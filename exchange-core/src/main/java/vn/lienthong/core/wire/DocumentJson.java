package vn.lienthong.core.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.Contact;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.DocumentType;
import vn.lienthong.core.document.FileName;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Promulgation;
import vn.lienthong.core.document.ResponseFor;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.value.Sha512;

/** {@code document.json}: metadata and files of a document as JSON. */
final class DocumentJson {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private DocumentJson() {}

    static Document read(JsonObject json) throws MalformedException {
        HeaderJson.version(json, Document.VERSION);
        return new Document(readMetadata(json), readAttachments(json));
    }

    static void write(JsonWriter json, Document document) {
        DocumentMetadata metadata = document.metadata();
        json.whole("v", Document.VERSION)
                .optionalText("documentId", metadata.documentId())
                .object("sender", sender -> writeOrganization(sender, metadata.sender()))
                .optionalObjects("recipients", metadata.recipients(), DocumentJson::writeOrganization)
                .optionalText("number", metadata.code().number())
                .optionalText("notation", metadata.code().notation())
                .optionalText("place", metadata.promulgation().place())
                .optionalText("date", metadata.promulgation().date())
                .optionalText("typeName", metadata.type().name())
                .optionalWhole("type", metadata.type().kind())
                .optionalWhole("typeDetail", metadata.type().detail())
                .text("subject", metadata.subject())
                .optionalText("content", metadata.content());
        writeHandling(json, metadata);
        BusinessJson.write(json, metadata.business(), metadata.other());
        json.optionalObjects("attachments", document.attachments(), DocumentJson::writeAttachment);
    }

    private static DocumentMetadata readMetadata(JsonObject json) throws MalformedException {
        return DocumentMetadata.builder(json.object("sender", DocumentJson::readOrganization), json.text("subject"))
                .documentId(json.textOrEmpty("documentId"))
                .recipients(json.objectsOrNone(
                        "recipients", DocumentMetadata.MAX_RECIPIENTS, DocumentJson::readOrganization))
                .code(new DocumentCode(json.textOrEmpty("number"), json.textOrEmpty("notation")))
                .promulgation(
                        new Promulgation(json.textOrEmpty("place"), json.parsedOrNull("date", DocumentJson::date)))
                .type(new DocumentType(
                        json.textOrEmpty("typeName"),
                        json.wholeOrNull("type", 0, DocumentType.MAX_NUMBER),
                        json.wholeOrNull("typeDetail", 0, DocumentType.MAX_NUMBER)))
                .content(json.textOrEmpty("content"))
                .signer(signer(json.objectOrNull("signer", DocumentJson::readSigner)))
                .dueDate(json.parsedOrNull("dueDate", DocumentJson::date))
                .urgency(HeaderJson.urgency(json))
                .appointedTime(json.instantOrNull("appointedTime"))
                .secrecy(json.constant("secrecy", Secrecy.class))
                .toPlaces(json.textsOrNone("toPlaces", DocumentMetadata.MAX_ENTRIES, Optional::of))
                .responseFor(
                        json.objectsOrNone("responseFor", DocumentMetadata.MAX_ENTRIES, DocumentJson::readResponseFor))
                .business(business(json.objectOrNull("business", BusinessJson::readAction)))
                .other(BusinessJson.readOther(json))
                .build();
    }

    private static void writeHandling(JsonWriter json, DocumentMetadata metadata) {
        json.optionalObject(
                        "signer",
                        metadata.signer().equals(Signer.NONE) ? null : metadata.signer(),
                        (object, signer) -> object.optionalText("competence", signer.competence())
                                .optionalText("position", signer.position())
                                .optionalText("fullName", signer.fullName()))
                .optionalText("dueDate", metadata.dueDate())
                .whole("urgency", metadata.urgency().level())
                .optionalInstant("appointedTime", metadata.appointedTime())
                .text("secrecy", metadata.secrecy().name())
                .optionalTexts("toPlaces", metadata.toPlaces())
                .optionalObjects("responseFor", metadata.responseFor(), DocumentJson::writeResponseFor);
    }

    private static Signer signer(@Nullable Signer signer) {
        return signer == null ? Signer.NONE : signer;
    }

    private static BusinessAction business(@Nullable BusinessAction business) {
        return business == null ? BusinessAction.NEW : business;
    }

    static Optional<LocalDate> date(String text) {
        try {
            return DATE.matcher(text).matches() ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Signer readSigner(JsonObject json) throws MalformedException {
        return new Signer(json.textOrEmpty("competence"), json.textOrEmpty("position"), json.textOrEmpty("fullName"));
    }

    private static Organization readOrganization(JsonObject json) throws MalformedException {
        return new Organization(
                json.parsed("code", HeaderJson::agencyCode),
                json.textOrEmpty("name"),
                json.textOrEmpty("inCharge"),
                new Contact(
                        json.textOrEmpty("address"),
                        json.textOrEmpty("email"),
                        json.textOrEmpty("telephone"),
                        json.textOrEmpty("fax"),
                        json.textOrEmpty("website")));
    }

    private static void writeOrganization(JsonWriter json, Organization organization) {
        Contact contact = organization.contact();
        json.text("code", organization.code())
                .optionalText("name", organization.name())
                .optionalText("inCharge", organization.inCharge())
                .optionalText("address", contact.address())
                .optionalText("email", contact.email())
                .optionalText("telephone", contact.telephone())
                .optionalText("fax", contact.fax())
                .optionalText("website", contact.website());
    }

    private static ResponseFor readResponseFor(JsonObject json) throws MalformedException {
        return new ResponseFor(
                json.textOrEmpty("organId"),
                json.textOrEmpty("code"),
                json.textOrEmpty("documentId"),
                json.parsedOrNull("date", DocumentJson::date));
    }

    private static void writeResponseFor(JsonWriter json, ResponseFor response) {
        json.optionalText("organId", response.organId())
                .optionalText("code", response.code())
                .optionalText("documentId", response.documentId())
                .optionalText("date", response.promulgationDate());
    }

    private static List<Attachment> readAttachments(JsonObject json) throws MalformedException {
        return json.objectsOrNone("attachments", Document.MAX_ATTACHMENTS, DocumentJson::readAttachment);
    }

    private static Attachment readAttachment(JsonObject json) throws MalformedException {
        return new Attachment(
                json.parsed("name", FileName::of),
                json.text("originalName"),
                json.text("mediaType"),
                json.whole("size", 0, Attachment.MAX_SIZE),
                json.parsed("sha512", Sha512::fromHex),
                json.textOrEmpty("description"));
    }

    private static void writeAttachment(JsonWriter json, Attachment attachment) {
        json.text("name", attachment.name().value())
                .text("originalName", attachment.originalName())
                .text("mediaType", attachment.mediaType())
                .whole("size", attachment.size())
                .text("sha512", attachment.sha512())
                .optionalText("description", attachment.description());
    }
}
