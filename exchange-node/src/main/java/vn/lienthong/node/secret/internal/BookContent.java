package vn.lienthong.node.secret.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the table holds sealed of a line of a book.
 *
 * @param arrivedOn day of arrival; null in a book of what goes out
 * @param issuedOn day of the document
 * @param code number and notation
 * @param organisation who issued it, or to whom it goes
 * @param typeName loại văn bản
 * @param subject empty at the highest level
 * @param signer who signed
 * @param unit which unit keeps or got it
 * @param copies how many
 * @param note remarks
 */
record BookContent(
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
    @Override
    public String toString() {
        return "BookContent[…]";
    }
}
