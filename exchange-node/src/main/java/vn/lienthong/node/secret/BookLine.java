package vn.lienthong.node.secret;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.identity.LoginName;

/**
 * A line of a book of state secrets, with the columns of Decree 63/2026, Annex III. Never prints itself.
 *
 * @param number in the book, from 1 each year; it never changes
 * @param level A, B or C in print
 * @param enteredAt when it was entered
 * @param enteredBy who entered it
 * @param arrivedOn day of arrival; null in a book of what goes out
 * @param issuedOn day of the document; null when unknown
 * @param code number and notation of the document
 * @param organisation who issued it, or to whom it goes
 * @param typeName loại văn bản
 * @param subject trích yếu; always empty at the highest level
 * @param signer who signed
 * @param unit which unit keeps or got it
 * @param copies how many
 * @param note remarks
 */
public record BookLine(
        int number,
        Secrecy level,
        Instant enteredAt,
        LoginName enteredBy,
        @Nullable LocalDate arrivedOn,
        @Nullable LocalDate issuedOn,
        String code,
        String organisation,
        String typeName,
        String subject,
        String signer,
        String unit,
        int copies,
        String note) {

    /** Returns the letter that books print for the level. */
    public String letter() {
        return switch (level) {
            case TOP_SECRET -> "A";
            case SECRET -> "B";
            case CONFIDENTIAL -> "C";
            case ORDINARY -> "";
        };
    }

    @Override
    public String toString() {
        return "BookLine[" + number + "]";
    }
}
