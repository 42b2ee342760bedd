package vn.lienthong.node.desk.door;

import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One part of a form.
 *
 * @param name the name of the field
 * @param fileName as the sender calls the file; empty when it is none
 * @param mediaType without parameters, in lower case; empty when none is given
 * @param content to be read before the next part is asked for
 */
public record FormPart(String name, String fileName, String mediaType, InputStream content) {

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

    /** Returns the media type of a file; what is not said is unknown octets, what is no media type is nothing. */
    public Optional<String> fileType() {
        if (mediaType.isEmpty()) {
            return Optional.of("application/octet-stream");
        }
        return MEDIA_TYPE.matcher(mediaType).matches() ? Optional.of(mediaType) : Optional.empty();
    }

    /** Returns a content type without its parameters, in lower case. */
    public static String bare(String contentType) {
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
