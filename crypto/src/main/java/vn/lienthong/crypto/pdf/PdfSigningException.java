package vn.lienthong.crypto.pdf;

import java.io.Serial;

/** The document cannot be signed as asked; the message names the reason and no content of the document. */
public final class PdfSigningException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Says why, without a deeper cause. */
    public PdfSigningException(String message) {
        super(message);
    }

    /** Says why and keeps the cause. */
    public PdfSigningException(String message, Throwable cause) {
        super(message, cause);
    }
}
