package vn.lienthong.node.soap.internal.operation;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.Contact;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.OtherInfo;
import vn.lienthong.core.document.Signer;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.soap.internal.wire.Xml;

/** Writes everything that is known about a document, as the contract's type {@code Document}. */
final class DocumentXml {

    private DocumentXml() {}

    static void write(Xml xml, DocumentMetadata document) {
        xml.with("sender", child -> place(child, document.sender()))
                .each("recipients", document.recipients(), (child, one) -> {
                    child.put("code", one.code());
                    place(child, one);
                })
                .putWords("documentId", document.documentId())
                .putWords("codeNumber", document.code().number())
                .putWords("codeNotation", document.code().notation())
                .putWords("typeName", document.type().name())
                .put("type", document.type().kind())
                .put("typeDetail", document.type().detail())
                .put("subject", document.subject())
                .putWords("content", document.content())
                .putWords("promulgationPlace", document.promulgation().place())
                .put("promulgationDate", document.promulgation().date());
        signer(xml, document.signer());
        xml.put("dueDate", document.dueDate())
                .put("urgency", document.urgency().level())
                .put(
                        "appointedTime",
                        document.appointedTime() == null ? null : Timestamps.format(document.appointedTime()))
                .put("secrecy", document.secrecy().name())
                .each("toPlaces", document.toPlaces())
                .each(
                        "responseFor",
                        document.responseFor(),
                        (child, one) -> child.putWords("organId", one.organId())
                                .putWords("code", one.code())
                                .putWords("documentId", one.documentId())
                                .put("promulgationDate", one.promulgationDate()));
        business(xml, document.business());
        other(xml, document.other());
    }

    private static void place(Xml xml, Organization organization) {
        Contact contact = organization.contact();
        xml.putWords("name", organization.name())
                .putWords("inCharge", organization.inCharge())
                .putWords("address", contact.address())
                .putWords("email", contact.email())
                .putWords("telephone", contact.telephone())
                .putWords("fax", contact.fax())
                .putWords("website", contact.website());
    }

    private static void signer(Xml xml, Signer signer) {
        if (!signer.equals(Signer.NONE)) {
            xml.with(
                    "signer",
                    child -> child.putWords("competence", signer.competence())
                            .putWords("position", signer.position())
                            .putWords("fullName", signer.fullName()));
        }
    }

    private static void business(Xml xml, BusinessAction business) {
        if (!business.equals(BusinessAction.NEW)) {
            xml.with(
                    "business",
                    child -> child.put("kind", business.kind().number())
                            .putWords("reason", business.reason())
                            .put("paper", said(business.paper()))
                            .putWords("documentId", business.documentId())
                            .put("documentChanged", said(business.documentChanged()))
                            .each(
                                    "receiverChanges",
                                    business.receiverChanges(),
                                    (change, one) ->
                                            change.put("organId", one.organId()).put("added", one.added()))
                            .each(
                                    "replacements",
                                    business.replacements(),
                                    (replaced, one) -> replaced.put("documentId", one.documentId())
                                            .each("organIds", one.organIds())));
        }
    }

    private static void other(Xml xml, OtherInfo other) {
        xml.putWords("sphere", other.sphere())
                .putWords("typerNotation", other.typerNotation())
                .put("promulgationAmount", other.promulgationAmount())
                .put("pageAmount", other.pageAmount())
                .each("replyFors", other.replyFors())
                .put("direction", said(other.direction()))
                .each("appendixes", other.appendixes())
                .putWords("steeringType", other.steeringType())
                .each("taskCodes", other.taskCodes())
                .putWords("applicationType", other.applicationType());
    }

    /** A flag that is not set is not said. */
    private static @Nullable Boolean said(boolean flag) {
        return flag ? Boolean.TRUE : null;
    }
}
