package vn.lienthong.crypto.pdf;

import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import vn.lienthong.crypto.internal.pdf.MarkedDrawing;

/**
 * Pages of files as pictures with a {@link Watermark} burnt into the pixels: what leaves here never holds the page without the mark.
 *
 * <p>Guarantees: hostile files give a refusal and no exception; nothing is written to the disk and nothing is remembered; at most
 * two pages are drawn at once, others wait no longer than their own limit. Pages of letters are PNG with few colours, others
 * JPEG: a closely written page at 100 dpi takes about 100 KB, an ordinary one 40 to 60.
 *
 * <p>Memory: the file, its parsed objects, and about 100 MB for the largest page.
 */
public final class MarkedPages {

    /** A4 at 100 dpi: the width on screens. */
    public static final int SCREEN_WIDTH = 827;

    /** The most pages of a marked copy. */
    public static final int MOST_PAGES = 300;

    private final MarkedDrawing drawing;

    /**
     * Makes one; it may be used by several threads.
     *
     * @param limits what a document may ask for
     * @param clock the time
     */
    public MarkedPages(PdfInspectionLimits limits, InstantSource clock) {
        this.drawing = new MarkedDrawing(limits, clock);
    }

    /**
     * Draws a page with its mark.
     *
     * @param form of the file
     * @param content the file
     * @param page from 1
     * @param width in pixels, 320 to {@link PdfPagePictures#MAX_WIDTH}; the height follows
     * @param mark burnt in
     * @param limit how long it may take
     */
    public PagePicture draw(PageSource form, byte[] content, int page, int width, Watermark mark, Duration limit) {
        return drawing.draw(form, content, page, Math.clamp(width, 320, PdfPagePictures.MAX_WIDTH), mark, limit);
    }

    /**
     * Writes a PDF document made of the marked pictures of all pages: for printing and taking along. Nothing of the file but what
     * can be seen goes over: no text layer, script, attachment or signature.
     *
     * @param form of the file
     * @param content the file
     * @param mark burnt into each page
     * @param limit how long it may take
     * @param out where the document goes; not closed. Nothing is written when the first page is refused
     * @return empty when it is complete; else why it broke off, {@link PagePicture.Reason#UNREADABLE} also when {@code out} fails
     */
    public Optional<PagePicture.Reason> copy(
            PageSource form, byte[] content, Watermark mark, Duration limit, OutputStream out) {
        return drawing.copy(form, content, mark, limit, out);
    }
}
