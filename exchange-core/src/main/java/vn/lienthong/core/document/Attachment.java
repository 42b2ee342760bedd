package vn.lienthong.core.document;

import java.util.regex.Pattern;
import vn.lienthong.core.value.BoundedText;
import vn.lienthong.core.value.Sha512;

/**
 * A file of a document. Its bytes are elsewhere; the digest binds them.
 *
 * @param name safe everywhere, in Unicode NFC
 * @param originalName the name as it was handed in, at most 500 characters; for display and for the way back only, never for a path
 * @param mediaType for example {@code application/pdf}, lower case, without parameters
 * @param size octets, at most 2^40
 * @param sha512 digest of the bytes
 * @param description at most 500 characters; may be empty
 */
public record Attachment(
        FileName name, String originalName, String mediaType, long size, Sha512 sha512, String description) {

    /** The largest file. */
    public static final long MAX_SIZE = 1L << 40;

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

    /** Checks lengths and forms. */
    public Attachment {
        originalName = BoundedText.line("original file name", originalName, 1, 500);
        description = BoundedText.line("description", description, 0, 500);
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("not a media type");
        }
        if (size < 0 || size > MAX_SIZE) {
            throw new IllegalArgumentException("file size is out of range");
        }
    }

    @Override
    public String toString() {
        return "Attachment[" + mediaType + ", " + size + "]";
    }
}
