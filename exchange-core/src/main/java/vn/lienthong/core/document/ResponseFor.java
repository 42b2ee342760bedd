package vn.lienthong.core.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.value.BoundedText;

/**
 * The document that this one answers. Taken as received, because systems fill it badly: every part may be empty, but not all.
 *
 * @param organId code of the agency that issued it, at most 100 characters, not necessarily well-formed
 * @param code number and notation as displayed, at most 100 characters
 * @param documentId the other system's identifier, opaque, at most 200 characters
 * @param promulgationDate its day of issue; null when unknown
 */
public record ResponseFor(
        String organId,
        String code,
        String documentId,
        @Nullable LocalDate promulgationDate) {

    /** Checks the lengths and that something is said. */
    public ResponseFor {
        organId = BoundedText.line("organ id", organId, 0, 100);
        code = BoundedText.line("code", code, 0, 100);
        documentId = BoundedText.line("document id", documentId, 0, 200);
        promulgationDate = Dates.require(promulgationDate);
        if ((organId + code + documentId).isEmpty() && promulgationDate == null) {
            throw new IllegalArgumentException("a reference to nothing");
        }
    }
}
