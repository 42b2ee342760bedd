package vn.lienthong.crypto.pdf;

import java.time.Duration;
import java.time.InstantSource;
import vn.lienthong.crypto.internal.pdf.BoundedPageDrawing;

/**
 * Draws pages of PDF documents, so that people can look at them without opening the file: nothing in a picture can run, call
 * home or change.
 *
 * <p>Guarantees: hostile documents give a refusal and no exception; nothing is written to the disk; at most two pages are drawn
 * at once; a page that takes too long keeps its place among the two until it is over, but nobody waits for it.
 *
 * <p>Memory: the file, its parsed objects, and about 100 MB for the largest page.
 */
public final class PdfPagePictures {

    /** The widest picture in pixels. */
    public static final int MAX_WIDTH = 1600;

    /** Up to this width pictures are small JPEGs for slow lines; wider ones are PNGs. */
    public static final int SMALL_WIDTH = 600;

    private final BoundedPageDrawing drawing;

    /**
     * Makes one; it may be used by several threads.
     *
     * @param limits what a document may ask for
     * @param clock the time
     */
    public PdfPagePictures(PdfInspectionLimits limits, InstantSource clock) {
        this.drawing = new BoundedPageDrawing(limits, clock);
    }

    /**
     * Draws a page.
     *
     * @param pdf the document
     * @param page from 1
     * @param width in pixels, 64 to {@link #MAX_WIDTH}; the height follows
     * @param limit how long it may take
     */
    public PagePicture draw(byte[] pdf, int page, int width, Duration limit) {
        return drawing.draw(pdf, page, Math.clamp(width, 64, MAX_WIDTH), limit);
    }
}
