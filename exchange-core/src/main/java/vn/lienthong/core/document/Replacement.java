package vn.lienthong.core.document;

import java.util.List;
import vn.lienthong.core.value.BoundedText;

/**
 * An earlier document that gives way, and who holds it.
 *
 * @param documentId opaque, 1 to 200 characters
 * @param organIds codes of the holders as received, at most 500, each 1 to 100 characters
 */
public record Replacement(String documentId, List<String> organIds) {

    /** The most holders. */
    public static final int MAX_HOLDERS = 500;

    /** Checks lengths and number. */
    public Replacement {
        documentId = BoundedText.line("document id", documentId, 1, 200);
        organIds = organIds.stream()
                .map(organId -> BoundedText.line("organ id", organId, 1, 100))
                .toList();
        if (organIds.size() > MAX_HOLDERS) {
            throw new IllegalArgumentException("too many holders");
        }
    }
}
