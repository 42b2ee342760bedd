package vn.lienthong.crypto.pdf;

import java.util.Locale;
import java.util.Optional;

/** The forms of files whose pages can be shown as pictures. */
public enum PageSource {
    /** PDF documents. */
    PDF,
    /** One PNG or JPEG picture: a single page. */
    PICTURE,
    /** Plain text in UTF-8, laid out on pages. */
    TEXT;

    /**
     * Tells the form of a file by its name: what a file claims about itself beyond that decides nothing, because whatever cannot be
     * drawn is refused.
     *
     * @param fileName with its ending
     * @return empty for forms that are not shown
     */
    public static Optional<PageSource> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "pdf" -> Optional.of(PDF);
            case "png", "jpg", "jpeg" -> Optional.of(PICTURE);
            case "txt" -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }
}
