package vn.lienthong.core.edxml;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.BusinessKind;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.OtherInfo;
import vn.lienthong.core.document.Replacement;
import vn.lienthong.core.document.Urgency;

/** Writes the header of a document in the order of the national kit. */
final class LetterXml {

    private final XmlOut out;
    private final PartyXml parties;

    LetterXml(XmlOut out) {
        this.out = out;
        this.parties = new PartyXml(out);
    }

    void write(EdxmlLetter letter) throws IOException {
        out.element("MessageHeader", () -> header(letter.metadata()));
        out.element("TraceHeaderList", () -> {
            out.element("Bussiness", () -> business(letter.metadata().business(), letter.staff()));
            for (TraceHop hop : letter.trace()) {
                parties.hop(hop);
            }
        });
    }

    private void header(DocumentMetadata metadata) throws IOException {
        parties.organization("From", metadata.sender());
        for (var recipient : metadata.recipients()) {
            parties.organization("To", recipient);
        }
        out.text("DocumentId", metadata.documentId());
        out.element("Code", () -> {
            out.text("CodeNumber", metadata.code().number());
            out.text("CodeNotation", metadata.code().notation());
        });
        out.element("PromulgationInfo", () -> {
            out.text("Place", metadata.promulgation().place());
            day("PromulgationDate", metadata.promulgation().date());
        });
        out.element("DocumentType", () -> {
            number("Type", metadata.type().kind());
            number("TypeDetail", metadata.type().detail());
            out.text("TypeName", metadata.type().name());
        });
        out.text("Subject", metadata.subject());
        out.text("Content", metadata.content());
        signer(metadata);
        day("DueDate", metadata.dueDate());
        out.element("OtherInfo", () -> other(metadata.urgency(), metadata.other()));
        references(metadata);
    }

    private void signer(DocumentMetadata metadata) throws IOException {
        var signer = metadata.signer();
        out.element("SignerInfo", () -> {
            out.text("Competence", signer.competence());
            out.text("Position", signer.position());
            out.text("FullName", signer.fullName());
        });
    }

    private void other(Urgency urgency, OtherInfo other) throws IOException {
        out.number("Priority", urgency.level());
        out.text("SphereOfPromulgation", other.sphere());
        out.text("TyperNotation", other.typerNotation());
        number("PromulgationAmount", other.promulgationAmount());
        number("PageAmount", other.pageAmount());
        out.text("ReplyFors", String.join(OtherFields.BETWEEN, other.replyFors()));
        out.text("Direction", Boolean.toString(other.direction()));
        list("Appendixes", "Appendix", other.appendixes());
    }

    private void references(DocumentMetadata metadata) throws IOException {
        for (var answered : metadata.responseFor()) {
            parties.responseFor(answered);
        }
        out.text("SteeringType", metadata.other().steeringType());
        list("ResponseForTask", "TaskCode", metadata.other().taskCodes());
        out.text("ApplicationType", metadata.other().applicationType());
        list("ToPlaces", "Place", metadata.toPlaces());
    }

    private void business(BusinessAction business, List<EdxmlStaff> staff) throws IOException {
        out.text("DocumentId", business.documentId());
        out.number("BussinessDocType", business.kind().number());
        out.text("BussinessDocReason", business.reason());
        out.number("Paper", business.paper() ? 1 : 0);
        if (business.kind() == BusinessKind.UPDATE) {
            out.element("BussinessDocumentInfo", () -> update(business));
        }
        if (business.kind() == BusinessKind.REPLACE) {
            out.element("ReplacementInfoList", () -> {
                for (Replacement replacement : business.replacements()) {
                    out.element("ReplacementInfo", () -> replacement(replacement));
                }
            });
        }
        for (EdxmlStaff one : staff) {
            parties.staff(one);
        }
    }

    private void update(BusinessAction business) throws IOException {
        out.number("DocumentInfo", business.documentChanged() ? 1 : 0);
        out.number("DocumentReceiver", business.receiverChanges().isEmpty() ? 0 : 1);
        out.element("ReceiverList", () -> {
            for (var change : business.receiverChanges()) {
                out.element("Receiver", () -> {
                    out.text("OrganId", change.organId());
                    out.number("ReceiverType", change.added() ? 1 : 0);
                });
            }
        });
    }

    private void replacement(Replacement replacement) throws IOException {
        out.text("DocumentId", replacement.documentId());
        list("OrganIdList", "OrganId", replacement.organIds());
    }

    private void list(String name, String entry, List<String> texts) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        out.element(name, () -> {
            for (String text : texts) {
                out.text(entry, text);
            }
        });
    }

    private void number(String name, @Nullable Integer number) throws IOException {
        if (number != null) {
            out.number(name, number);
        }
    }

    private void day(String name, @Nullable LocalDate day) throws IOException {
        if (day != null) {
            out.text(name, EdxmlTimes.write(day));
        }
    }
}
