package vn.lienthong.crypto.pdf;

/** What a check concludes. */
public sealed interface PdfVerdict {

    /** Integrity, certificate chain and everything added afterwards are as they must be. */
    record Valid() implements PdfVerdict {}

    /**
     * The document or signature was changed, or the certificate forbids it.
     *
     * @param reason for the log and the security officer; names no content of the document
     */
    record Invalid(String reason) implements PdfVerdict {}

    /**
     * Neither good nor bad can be shown, most often because no trusted authority stands behind the signer.
     *
     * @param reason for the log and the security officer; names no content of the document
     */
    record Indeterminate(String reason) implements PdfVerdict {}

    /** Tells whether this is {@link Valid}. */
    default boolean isValid() {
        return this instanceof Valid;
    }
}
