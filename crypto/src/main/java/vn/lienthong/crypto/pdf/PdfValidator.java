package vn.lienthong.crypto.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import vn.lienthong.crypto.internal.pdf.StrictValidation;

/**
 * Validates the signatures of a PDF document with EU DSS under a strict policy, and asks iText's revision check for a
 * second opinion; both must agree.
 *
 * <p>Guarantees: anything added after a signature other than further signatures, their timestamps and validation data
 * makes the verdict invalid; no network is used; hostile documents give an outcome and no exception.
 *
 * <p>Does not guarantee: anything about the text of the document, or that opening it does no harm: {@link PdfInspector}
 * comes first.
 *
 * <p>Memory: about ten times the document while it is rendered for comparison; limit the size before this.
 */
public final class PdfValidator {

    private final StrictValidation validation;

    /**
     * Makes a validator; it may be used by several threads.
     *
     * @param trust whom to trust
     * @param clock the time at which certificates must be valid when no timestamp proves an earlier one
     */
    public PdfValidator(PdfTrust trust, InstantSource clock) {
        this.validation = new StrictValidation(trust, clock);
    }

    /** Validates a document in memory. */
    public PdfValidation validate(byte[] pdf) {
        return validation.validate(pdf);
    }

    /**
     * Validates a file.
     *
     * @throws IOException when the file cannot be read from the disk
     */
    public PdfValidation validate(Path pdf) throws IOException {
        return validation.validate(Files.readAllBytes(pdf));
    }
}
