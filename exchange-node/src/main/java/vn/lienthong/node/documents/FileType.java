package vn.lienthong.node.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that the desk takes; each is told by the end of its name and by its first octets. */
public enum FileType {
    /** The form of official documents. */
    PDF("application/pdf", "pdf"),
    /** Word. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    /** Excel. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** Structured data. */
    XML("application/xml", "xml"),
    /** A picture. */
    JPEG("image/jpeg", "jpe?g"),
    /** A picture. */
    PNG("image/png", "png");

    private final String mediaType;
    private final String ending;

    FileType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** What the package says it is. */
    public String mediaType() {
        return mediaType;
    }

    /** The kind that a name promises; empty for kinds that are not sent. */
    public static Optional<FileType> byName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> lower.matches("(?s).*\\." + type.ending))
                .findFirst();
    }

    /** Whether a file that begins so is of this kind. */
    public boolean fits(byte[] head) {
        return switch (this) {
            case PDF -> contains(head, "%PDF-");
            case DOCX, XLSX -> begins(head, 'P', 'K', 3, 4);
            case XML -> begins(head, '<') || begins(head, 0xEF, 0xBB, 0xBF, '<');
            case JPEG -> begins(head, 0xFF, 0xD8, 0xFF);
            case PNG -> begins(head, 0x89, 'P', 'N', 'G');
        };
    }

    private static boolean begins(byte[] head, int... octets) {
        if (head.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((head[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(byte[] head, String mark) {
        return new String(head, StandardCharsets.ISO_8859_1).contains(mark);
    }
}
