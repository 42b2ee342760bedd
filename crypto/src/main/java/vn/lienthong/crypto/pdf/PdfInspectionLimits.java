package vn.lienthong.crypto.pdf;

/**
 * How much a document may ask of the one who reads it.
 *
 * @param maxBytes size of the file
 * @param maxPages pages
 * @param maxObjects objects in the cross-reference table
 * @param maxDepth nesting of direct objects
 * @param maxInflatedBytes what all streams together may inflate to, counted while inflating
 * @param embeddedFilesAllowed whether files inside the document only warn instead of blocking
 */
public record PdfInspectionLimits(
        int maxBytes, int maxPages, int maxObjects, int maxDepth, long maxInflatedBytes, boolean embeddedFilesAllowed) {

    /** 100 MiB, 5 000 pages, 300 000 objects, depth 64, 200 MiB inflated, no embedded files. */
    public static final PdfInspectionLimits STANDARD =
            new PdfInspectionLimits(100 << 20, 5_000, 300_000, 64, 200L << 20, false);

    /** Refuses limits that allow nothing. */
    public PdfInspectionLimits {
        if (maxBytes < 1 || maxPages < 1 || maxObjects < 1 || maxDepth < 1 || maxInflatedBytes < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
