package vn.lienthong.core.edxml;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.BusinessKind;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.DocumentMetadataBuilder;
import vn.lienthong.core.document.DocumentType;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Promulgation;
import vn.lienthong.core.document.ResponseFor;
import vn.lienthong.core.document.Signer;

/** Reads the header of a document. */
final class LetterFields {

    private static final int MAX_PLACES = 5000;

    private LetterFields() {}

    static DocumentMetadata read(Node header, BusinessAction business) throws FaultException {
        Organization sender = PartyFields.organization(
                header.one("From").orElseThrow(() -> new FaultException(header.pathOf("From"), EdxmlRule.MISSING)));
        Node promulgation = header.part("PromulgationInfo");
        DocumentMetadataBuilder builder = DocumentMetadata.builder(sender, subject(header, business))
                .recipients(recipients(header))
                .documentId(Fields.line(header, "DocumentId", 200))
                .code(code(header.part("Code")))
                .promulgation(new Promulgation(
                        Fields.line(promulgation, "Place", 100), Fields.day(promulgation, "PromulgationDate")))
                .type(type(header.part("DocumentType")))
                .content(Fields.lines(header, "Content", DocumentMetadata.MAX_SUBJECT))
                .signer(signer(header.part("SignerInfo")))
                .dueDate(Fields.day(header, "DueDate"))
                .urgency(OtherFields.urgency(header.part("OtherInfo")))
                .toPlaces(toPlaces(header.part("ToPlaces")))
                .responseFor(responseFor(header))
                .business(business)
                .other(OtherFields.read(header));
        return built(header, builder);
    }

    private static DocumentMetadata built(Node header, DocumentMetadataBuilder builder) throws FaultException {
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            // Each field was checked before; what is left are bounds of several fields together.
            throw new FaultException(header.path(), EdxmlRule.LENGTH);
        }
    }

    /** A wish to recall comes without a subject now and then; then its reason, or what it is, stands there. */
    private static String subject(Node header, BusinessAction business) throws FaultException {
        String subject = Fields.lines(header, "Subject", DocumentMetadata.MAX_SUBJECT);
        if (!subject.isEmpty()) {
            return subject;
        }
        if (business.kind() != BusinessKind.RECALL) {
            throw new FaultException(header.pathOf("Subject"), EdxmlRule.MISSING);
        }
        return business.reason();
    }

    private static List<Organization> recipients(Node header) throws FaultException {
        List<Organization> found = new ArrayList<>();
        for (Node to : header.all("To").toList()) {
            Counts.check(to, found.size() + 1, DocumentMetadata.MAX_RECIPIENTS);
            found.add(PartyFields.organization(to));
        }
        return found;
    }

    private static DocumentCode code(Node code) throws FaultException {
        return new DocumentCode(Fields.line(code, "CodeNumber", 30), Fields.line(code, "CodeNotation", 60));
    }

    private static DocumentType type(Node type) throws FaultException {
        return new DocumentType(
                Fields.line(type, "TypeName", 100),
                Fields.number(type, "Type", DocumentType.MAX_NUMBER),
                Fields.number(type, "TypeDetail", DocumentType.MAX_NUMBER));
    }

    private static Signer signer(Node signer) throws FaultException {
        return new Signer(
                Fields.line(signer, "Competence", 100),
                Fields.line(signer, "Position", 100),
                Fields.line(signer, "FullName", 100));
    }

    private static List<String> toPlaces(Node node) throws FaultException {
        List<String> places = OtherFields.texts(node, "Place", DocumentMetadata.MAX_ENTRIES, MAX_PLACES);
        int together = places.stream()
                .mapToInt(place -> place.codePointCount(0, place.length()))
                .sum();
        if (together > MAX_PLACES) {
            throw new FaultException(node.path(), EdxmlRule.LENGTH, "≤ " + MAX_PLACES);
        }
        return places;
    }

    private static List<ResponseFor> responseFor(Node header) throws FaultException {
        List<ResponseFor> found = new ArrayList<>();
        for (Node node : header.all("ResponseFor").toList()) {
            Counts.check(node, found.size() + 1, DocumentMetadata.MAX_ENTRIES);
            PartyFields.responseFor(node).ifPresent(found::add);
        }
        return found;
    }
}
