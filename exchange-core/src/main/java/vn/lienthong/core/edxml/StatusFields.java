package vn.lienthong.core.edxml;

import java.util.List;
import vn.lienthong.core.document.ResponseFor;

/** Reads a status, whether it stands in the header of the message or in a block of its own. */
final class StatusFields {

    private StatusFields() {}

    static EdxmlStatus read(Node block) throws FaultException {
        Node from = block.one("From").orElseThrow(() -> new FaultException(block.pathOf("From"), EdxmlRule.MISSING));
        List<EdxmlStaff> staff = PartyFields.allStaff(block);
        return new EdxmlStatus(
                PartyFields.organization(from),
                target(block),
                code(block),
                Fields.lines(block, "Description", EdxmlStatus.MAX_DESCRIPTION),
                PartyFields.time(block),
                staff.isEmpty() ? EdxmlStaff.NONE : staff.getFirst());
    }

    /** Several documents at once are not one status. */
    private static ResponseFor target(Node block) throws FaultException {
        Node node = block.part("ResponseFor");
        ResponseFor target =
                PartyFields.responseFor(node).orElseThrow(() -> new FaultException(node.path(), EdxmlRule.TARGET));
        if ((target.code() + target.documentId()).isEmpty()) {
            throw new FaultException(node.path(), EdxmlRule.TARGET);
        }
        return target;
    }

    private static String code(Node block) throws FaultException {
        String text = Fields.line(block, "StatusCode", 20);
        if (!text.matches("[0-9A-Za-z]{1,8}")) {
            throw new FaultException(block.pathOf("StatusCode"), EdxmlRule.STATUS_CODE);
        }
        String code = text.matches("[0-9]") ? "0" + text : text;
        return code.equals("14") ? "15" : code;
    }
}
