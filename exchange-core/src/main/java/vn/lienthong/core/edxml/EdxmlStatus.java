package vn.lienthong.core.edxml;

import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.ResponseFor;
import vn.lienthong.core.value.BoundedText;

/**
 * A status message: what one agency tells another about a document between them. The recipient of the message is
 * {@code target.organId()}: the sender of the document, or on 13 the recipient that is asked.
 *
 * @param from who tells
 * @param target the document meant; the display form {@code number/notation} is in {@code target.code()}
 * @param code {@code 01} to {@code 16} as a rule, 14 is read as 15; 1 to 8 letters or digits, unknown ones are kept
 * @param description the reason or explanation, at most 2000 characters; may be empty
 * @param timestamp by the author's clock, Vietnamese time; null when not said or impossible
 * @param staff who acted
 */
public record EdxmlStatus(
        Organization from,
        ResponseFor target,
        String code,
        String description,
        @Nullable LocalDateTime timestamp,
        EdxmlStaff staff) {

    /** The longest description in characters. */
    public static final int MAX_DESCRIPTION = 2000;

    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]{1,8}");

    /** Checks form and length. */
    public EdxmlStatus {
        description = BoundedText.lines("description", description, 0, MAX_DESCRIPTION);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a status code");
        }
    }

    /** Shows no content. */
    @Override
    public String toString() {
        return "EdxmlStatus[" + code + "]";
    }
}
