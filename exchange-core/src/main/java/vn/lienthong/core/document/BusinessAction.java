package vn.lienthong.core.document;

import java.util.List;
import vn.lienthong.core.value.BoundedText;

/**
 * What a document does to earlier ones.
 *
 * @param kind new, recall, update or replacement
 * @param reason why, at most 500 characters; required unless the document is new
 * @param paper whether paper follows
 * @param documentId the earlier document that is recalled or updated, opaque, at most 200 characters; may be empty
 * @param documentChanged for an update: whether the document itself differs
 * @param receiverChanges for an update: who is added or dropped, at most 500
 * @param replacements for a replacement: which documents give way, at most 100
 */
public record BusinessAction(
        BusinessKind kind,
        String reason,
        boolean paper,
        String documentId,
        boolean documentChanged,
        List<ReceiverChange> receiverChanges,
        List<Replacement> replacements) {

    /** The most changes of receivers. */
    public static final int MAX_CHANGES = 500;

    /** The most replaced documents. */
    public static final int MAX_REPLACEMENTS = 100;

    /** A new document without paper. */
    public static final BusinessAction NEW =
            new BusinessAction(BusinessKind.NEW, "", false, "", false, List.of(), List.of());

    /** Checks lengths and that the parts fit the kind. */
    public BusinessAction {
        reason = BoundedText.lines("business reason", reason, kind == BusinessKind.NEW ? 0 : 1, 500);
        documentId = BoundedText.line("document id", documentId, 0, 200);
        receiverChanges = List.copyOf(receiverChanges);
        replacements = List.copyOf(replacements);
        if (receiverChanges.size() > MAX_CHANGES || replacements.size() > MAX_REPLACEMENTS) {
            throw new IllegalArgumentException("too many changes or replacements");
        }
        if (kind != BusinessKind.UPDATE && (documentChanged || !receiverChanges.isEmpty())) {
            throw new IllegalArgumentException("only an update changes a document or its receivers");
        }
        if (kind != BusinessKind.REPLACE && !replacements.isEmpty()) {
            throw new IllegalArgumentException("only a replacement replaces");
        }
    }

    /** Returns the wish to take an earlier document back. */
    public static BusinessAction recall(String documentId, String reason) {
        return new BusinessAction(BusinessKind.RECALL, reason, false, documentId, false, List.of(), List.of());
    }
}
