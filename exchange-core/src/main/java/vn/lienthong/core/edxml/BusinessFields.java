package vn.lienthong.core.edxml;

import java.util.ArrayList;
import java.util.List;
import vn.lienthong.core.document.BusinessAction;
import vn.lienthong.core.document.BusinessKind;
import vn.lienthong.core.document.ReceiverChange;
import vn.lienthong.core.document.Replacement;

/** Reads what a document does to earlier ones; a message without that part is a new document. */
final class BusinessFields {

    private BusinessFields() {}

    static BusinessAction read(Node part) throws FaultException {
        BusinessKind kind = kind(part);
        String reason = Fields.lines(part, "BussinessDocReason", 500);
        Node update = part.part("BussinessDocumentInfo");
        boolean updates = kind == BusinessKind.UPDATE;
        return new BusinessAction(
                kind,
                reason.isEmpty() ? usual(kind) : reason,
                Fields.isTrue(part, "Paper"),
                Fields.line(part, "DocumentId", 200),
                updates && Fields.isTrue(update, "DocumentInfo"),
                updates ? changes(update.part("ReceiverList")) : List.of(),
                kind == BusinessKind.REPLACE ? replacements(part.part("ReplacementInfoList")) : List.of());
    }

    private static BusinessKind kind(Node part) throws FaultException {
        Integer number = Fields.number(part, "BussinessDocType", 3);
        return number == null ? BusinessKind.NEW : BusinessKind.ofNumber(number).orElse(BusinessKind.NEW);
    }

    /** A reason is needed, and systems leave it out: then the words of the national kit stand there. */
    private static String usual(BusinessKind kind) {
        return switch (kind) {
            case NEW -> "";
            case RECALL -> "Thu hồi văn bản điện tử";
            case UPDATE -> "Cập nhật văn bản điện tử";
            case REPLACE -> "Văn bản thay thế";
        };
    }

    private static List<ReceiverChange> changes(Node list) throws FaultException {
        List<ReceiverChange> changes = new ArrayList<>();
        for (Node receiver : list.all("Receiver").toList()) {
            String organ = Fields.line(receiver, "OrganId", 100);
            if (organ.isEmpty()) {
                throw new FaultException(receiver.pathOf("OrganId"), EdxmlRule.MISSING);
            }
            Counts.check(receiver, changes.size() + 1, BusinessAction.MAX_CHANGES);
            Integer type = Fields.number(receiver, "ReceiverType", 1);
            changes.add(new ReceiverChange(organ, type == null || type == 1));
        }
        return changes;
    }

    private static List<Replacement> replacements(Node list) throws FaultException {
        List<Replacement> replacements = new ArrayList<>();
        for (Node info : list.all("ReplacementInfo").toList()) {
            String documentId = Fields.line(info, "DocumentId", 200);
            if (documentId.isEmpty()) {
                throw new FaultException(info.pathOf("DocumentId"), EdxmlRule.MISSING);
            }
            Counts.check(info, replacements.size() + 1, BusinessAction.MAX_REPLACEMENTS);
            replacements.add(new Replacement(
                    documentId, OtherFields.texts(info.part("OrganIdList"), "OrganId", Replacement.MAX_HOLDERS, 100)));
        }
        return replacements;
    }
}
