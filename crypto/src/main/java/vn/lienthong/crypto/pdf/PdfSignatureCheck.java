package vn.lienthong.crypto.pdf;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What was found out about one signature.
 *
 * @param field the name of its field
 * @param signer the common name in the signer's certificate, empty when there is none
 * @param signingTime the claimed time, or the time of a trusted timestamp when there is one
 * @param coversWholeDocument whether nothing at all was appended after this signature
 * @param verdict the conclusion
 * @param chain the signer's certificate and those above it, as far as they were found; may be empty
 */
public record PdfSignatureCheck(
        String field,
        String signer,
        Instant signingTime,
        boolean coversWholeDocument,
        PdfVerdict verdict,
        List<X509Certificate> chain) {

    /** Copies the chain. */
    public PdfSignatureCheck {
        chain = List.copyOf(chain);
    }

    /** The same with another conclusion. */
    public PdfSignatureCheck with(PdfVerdict other) {
        return new PdfSignatureCheck(field, signer, signingTime, coversWholeDocument, other, chain);
    }
}
