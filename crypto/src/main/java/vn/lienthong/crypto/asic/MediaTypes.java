package vn.lienthong.crypto.asic;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.Deflater;

/** Which media types may be named, and which are worth compressing. */
final class MediaTypes {

    private static final Pattern TYPE = Pattern.compile("[a-zA-Z0-9!#$&^_.+-]{1,63}/[a-zA-Z0-9!#$&^_.+-]{1,95}");
    private static final Set<String> COMPRESSIBLE = Set.of(
            "application/json",
            "application/msword",
            "application/rtf",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/xml",
            "image/bmp",
            "image/svg+xml");

    private MediaTypes() {}

    static boolean isWellFormed(String mediaType) {
        return TYPE.matcher(mediaType).matches();
    }

    // PDF, images and office files of today are compressed already: trying again costs 20 times the hash
    static int levelFor(String mediaType) {
        boolean text = mediaType.startsWith("text/") || mediaType.endsWith("+xml") || mediaType.endsWith("+json");
        return text || COMPRESSIBLE.contains(mediaType) ? Deflater.BEST_SPEED : Deflater.NO_COMPRESSION;
    }
}
