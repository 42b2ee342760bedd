package vn.lienthong.crypto.pdf;

import java.util.List;

/** The outcome for one document. */
public sealed interface PdfValidation {

    /**
     * The document carries signatures.
     *
     * @param signatures one check per signature, in the order of signing; never empty
     * @param verdict valid only when every signature is valid and both libraries agree
     */
    record Signed(List<PdfSignatureCheck> signatures, PdfVerdict verdict) implements PdfValidation {

        /** Copies the list and refuses an empty one. */
        public Signed {
            signatures = List.copyOf(signatures);
            if (signatures.isEmpty()) {
                throw new IllegalArgumentException("a signed document has a signature");
            }
        }
    }

    /** The document is readable and carries no signature. */
    record Unsigned() implements PdfValidation {}

    /**
     * The document cannot be read.
     *
     * @param reason names no content of the document
     */
    record Unreadable(String reason) implements PdfValidation {}

    /** Tells whether the document is signed and everything about it is valid. */
    default boolean isValid() {
        return this instanceof Signed signed && signed.verdict().isValid();
    }
}
