package vn.lienthong.crypto.pdf;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * One signature to be made.
 *
 * @param fieldName the name of the signature field, stable and unique within the document: letters, digits, {@code _-}
 * @param appearance what it looks like
 * @param laterChanges what may change afterwards; only the first signature of a document can say so, later ones carry
 *     no such statement
 * @param signingTime the time that the signer claims, shown in Vietnamese time
 */
public record PdfSignRequest(
        String fieldName, SignatureAppearance appearance, LaterChanges laterChanges, Instant signingTime) {

    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Refuses field names that viewers or later tools could read differently. */
    public PdfSignRequest {
        if (!FIELD_NAME.matcher(fieldName).matches()) {
            throw new IllegalArgumentException("a field name has 1 to 64 letters, digits, _ or -");
        }
    }
}
