package vn.lienthong.core.evidence;

import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.value.BoundedText;

/**
 * Why something did not happen.
 *
 * @param code from the catalogue
 * @param detail words for people, at most 500 characters, may be empty; never a subject, a file name or personal data
 */
public record EvidenceReason(ErrorCode code, String detail) {

    /** The longest detail in characters. */
    public static final int MAX_DETAIL = 500;

    /** Checks the detail. */
    public EvidenceReason {
        detail = BoundedText.lines("reason detail", detail, 0, MAX_DETAIL);
    }
}
