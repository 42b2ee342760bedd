package vn.lienthong.node.desk.internal.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import vn.lienthong.core.document.Contact;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.DocumentType;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Promulgation;
import vn.lienthong.core.document.ResponseFor;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.AgencyCodeCheck;

/** The member {@code document} of a request: what is known about the document (docs/rest-api.md). */
final class DocumentFields {

    private static final int NAME = 200;
    private static final int MAX_RECIPIENTS = 500;

    private final AgencyCode sender;
    private final String senderName;
    private final List<Organization> addressees;

    /**
     * What a document says when its metadata is silent.
     *
     * @param sender the agency that sends
     * @param senderName its name in the directory
     * @param addressees the recipients of the request with their names
     */
    DocumentFields(AgencyCode sender, String senderName, List<Organization> addressees) {
        this.sender = sender;
        this.senderName = senderName;
        this.addressees = addressees;
    }

    Optional<DocumentMetadata> read(Fields json) {
        Optional<Organization> from = json.object("sender", this::sender);
        List<Organization> named = json.objects("recipients", MAX_RECIPIENTS, DocumentFields::organization);
        String subject = json.required("subject", json.lines("subject", DocumentMetadata.MAX_SUBJECT));
        Optional<DocumentCode> code =
                json.built(() -> new DocumentCode(json.text("codeNumber", 30), json.text("codeNotation", 60)));
        Optional<Promulgation> promulgation =
                json.built(() -> new Promulgation(json.text("promulgationPlace", 100), json.date("promulgationDate")));
        Optional<DocumentType> type = json.built(() -> new DocumentType(
                json.text("typeName", 100),
                json.whole("type", 0, DocumentType.MAX_NUMBER),
                json.whole("typeDetail", 0, DocumentType.MAX_NUMBER)));
        var builder = DocumentMetadata.builder(from.orElseGet(() -> Organization.of(sender, senderName)), subject)
                .recipients(named.isEmpty() ? addressees : named)
                .documentId(json.text("documentId", 200))
                .code(code.orElse(DocumentCode.NONE))
                .promulgation(promulgation.orElse(Promulgation.NONE))
                .type(type.orElseGet(() -> DocumentType.named("")))
                .content(json.lines("content", DocumentMetadata.MAX_SUBJECT))
                .signer(json.object("signer", DocumentFields::signer).orElse(Signer.NONE))
                .dueDate(json.date("dueDate"))
                .urgency(urgency(json))
                .appointedTime(json.instant("appointedTime").orElse(null))
                .secrecy(secrecy(json))
                .toPlaces(json.texts("toPlaces", DocumentMetadata.MAX_ENTRIES, 5000))
                .responseFor(json.objects("responseFor", DocumentMetadata.MAX_ENTRIES, DocumentFields::responseFor))
                .business(BusinessFields.action(json))
                .other(BusinessFields.other(json));
        return json.built(builder::build);
    }

    private Optional<Organization> sender(Fields json) {
        String name = json.text("name", NAME);
        return json.built(() -> new Organization(
                sender, name.isEmpty() ? senderName : name, json.text("inCharge", NAME), contact(json)));
    }

    private static Optional<Organization> organization(Fields json) {
        Optional<AgencyCode> code = json.has("code") ? agencyCode(json) : Optional.empty();
        String name = json.text("name", NAME);
        String inCharge = json.text("inCharge", NAME);
        Contact contact = contact(json);
        if (!json.has("code")) {
            json.faults().add(json.at("code"), "Thiếu trường bắt buộc");
        }
        return code.flatMap(value -> json.built(() -> new Organization(value, name, inCharge, contact)));
    }

    private static Optional<AgencyCode> agencyCode(Fields json) {
        return agencyCode(json.text("code", AgencyCode.MAX_LENGTH), json.at("code"), json.faults());
    }

    /** Reads a code; an unreadable one is noted. */
    static Optional<AgencyCode> agencyCode(String text, String where, Faults faults) {
        if (AgencyCode.check(text) instanceof AgencyCodeCheck.Valid(AgencyCode code)) {
            return Optional.of(code);
        }
        if (!faults.touch(where)) {
            faults.add(where, "Không phải mã định danh cơ quan");
        }
        return Optional.empty();
    }

    private static Contact contact(Fields json) {
        return json.built(() -> new Contact(
                        json.text("address", 500),
                        json.text("email", 100),
                        json.text("telephone", 50),
                        json.text("fax", 50),
                        json.text("website", NAME)))
                .orElse(Contact.NONE);
    }

    private static Optional<Signer> signer(Fields json) {
        return json.built(
                () -> new Signer(json.text("competence", 100), json.text("position", 100), json.text("fullName", 100)));
    }

    private static Optional<ResponseFor> responseFor(Fields json) {
        return json.built(() -> new ResponseFor(
                json.text("organId", 100),
                json.text("code", 100),
                json.text("documentId", 200),
                json.date("promulgationDate")));
    }

    private static Urgency urgency(Fields json) {
        Integer level = json.whole("urgency", 0, Urgency.EXPRESS_AT_HOUR.level());
        return Urgency.ofLevel(level == null ? 0 : level).orElse(Urgency.ORDINARY);
    }

    /** Secret documents have channels of their own; here even the word is enough to refuse. */
    private static Secrecy secrecy(Fields json) {
        String name = json.text("secrecy", 20);
        boolean known =
                Arrays.stream(Secrecy.values()).anyMatch(level -> level.name().equals(name));
        if (known && !name.equals(Secrecy.ORDINARY.name())) {
            json.faults()
                    .add(json.at("secrecy"), ErrorCode.SECRECY_NOT_ALLOWED, ErrorCode.SECRECY_NOT_ALLOWED.vietnamese());
        } else if (!known && !name.isEmpty()) {
            json.faults().add(json.at("secrecy"), "Cần ORDINARY, CONFIDENTIAL, SECRET hoặc TOP_SECRET");
        }
        return Secrecy.ORDINARY;
    }

    /** Reads a text out of an array. */
    static Optional<String> string(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }
}
