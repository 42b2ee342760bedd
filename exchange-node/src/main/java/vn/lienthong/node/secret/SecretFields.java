package vn.lienthong.node.secret;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.document.Urgency;

/**
 * What is written about a secret document. Never prints itself. Checked when a draft is submitted, not before.
 *
 * @param level Mật, Tối mật or Tuyệt mật
 * @param typeName loại văn bản
 * @param codeNumber số; may be empty until the document is registered
 * @param codeNotation ký hiệu
 * @param subject trích yếu; travels inside the sealed package only
 * @param place of issue
 * @param issuedOn day of issue; null for the day of release
 * @param signerName who signed
 * @param signerPosition in which office
 * @param urgency how urgent
 * @param dueDate deadline for the answer; null without one
 * @param protectedUntil until when the document stays a state secret; null for the time that the law gives its level
 * @param declassifyOn on which day its secrecy should be looked at again; null without one
 */
public record SecretFields(
        Secrecy level,
        String typeName,
        String codeNumber,
        String codeNotation,
        String subject,
        String place,
        @Nullable LocalDate issuedOn,
        String signerName,
        String signerPosition,
        Urgency urgency,
        @Nullable LocalDate dueDate,
        @Nullable LocalDate protectedUntil,
        @Nullable LocalDate declassifyOn) {

    /** The longest subject. */
    public static final int MAX_SUBJECT = 500;

    /** The longest of the other texts. */
    public static final int MAX_TEXT = 200;

    @Override
    public String toString() {
        return "SecretFields[" + level + "]";
    }
}
