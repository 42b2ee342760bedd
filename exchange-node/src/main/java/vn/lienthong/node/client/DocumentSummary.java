package vn.lienthong.node.client;

import org.jspecify.annotations.Nullable;

/**
 * What lists show of a document.
 *
 * @param codeNumber số
 * @param codeNotation ký hiệu
 * @param typeName tên loại
 * @param subject trích yếu; never to be logged
 * @param fileCount number of files
 */
public record DocumentSummary(
        @Nullable String codeNumber,
        @Nullable String codeNotation,
        @Nullable String typeName,
        @Nullable String subject,
        int fileCount) {

    /** Số và ký hiệu as people write them, {@code 125/TTr-UBND}. */
    public String number() {
        String number = codeNumber == null ? "" : codeNumber;
        return codeNotation == null ? number : number + "/" + codeNotation;
    }

    /** Shows no subject. */
    @Override
    public String toString() {
        return "DocumentSummary[" + number() + "]";
    }
}
