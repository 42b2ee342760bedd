package vn.lienthong.crypto.pdf;

import java.time.Instant;

/**
 * What was found out about one signature.
 *
 * @param field the name of its field
 * @param signer the common name in the signer's certificate, empty when there is none
 * @param signingTime the claimed time, or the time of a trusted timestamp when there is one
 * @param coversWholeDocument whether nothing at all was appended after this signature
 * @param verdict the conclusion
 */
public record PdfSignatureCheck(
        String field, String signer, Instant signingTime, boolean coversWholeDocument, PdfVerdict verdict) {}
