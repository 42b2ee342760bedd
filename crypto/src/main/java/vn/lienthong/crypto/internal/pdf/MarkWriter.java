package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.commons.exceptions.ITextException;
import com.itextpdf.kernel.colors.Color;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.canvas.CanvasArtifact;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.crypto.internal.pdf.SerifFonts.Cut;

/** Draws a mark on every page, below what is printed there, as an artifact: readers of the text do not hear it twice. */
public final class MarkWriter {

    private static final Color PALE = new DeviceRgb(255, 226, 130);
    private static final Color DARK = new DeviceRgb(150, 60, 0);
    private static final float SMALL = 8;
    private static final float SMALLEST = 4;
    private static final float TOP = 12;
    private static final float ACROSS = 0.8f;

    private final String words;

    /** Takes the words. */
    public MarkWriter(String words) {
        this.words = words;
    }

    /**
     * Marks a file.
     *
     * @throws IOException when {@code out} fails, or the octets are no PDF
     */
    public void write(byte[] pdf, OutputStream out) throws IOException {
        PdfWriter writer = new PdfWriter(out);
        writer.setCloseStream(false);
        try (PdfDocument document = new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf)), writer)) {
            PdfFont font = SerifFonts.forPdf(Cut.BOLD);
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                PdfPage page = document.getPage(number);
                across(page, font);
                top(page, font);
            }
        } catch (ITextException unreadable) {
            throw new IOException("what is to be marked is no PDF", unreadable);
        }
    }

    private void across(PdfPage page, PdfFont font) {
        Rectangle room = page.getPageSize();
        double angle = Math.atan2(room.getHeight(), room.getWidth());
        double diagonal = Math.hypot(room.getWidth(), room.getHeight());
        float size = (float) (ACROSS * diagonal / font.getWidth(words, 1));
        float length = font.getWidth(words, size);
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        float x = room.getLeft() + room.getWidth() / 2 - cos * length / 2 + sin * size / 3;
        float y = room.getBottom() + room.getHeight() / 2 - sin * length / 2 - cos * size / 3;
        PdfCanvas below = new PdfCanvas(page.newContentStreamBefore(), page.getResources(), page.getDocument());
        below.openTag(new CanvasArtifact())
                .saveState()
                .setFillColor(PALE)
                .beginText()
                .setFontAndSize(font, size)
                .setTextMatrix(cos, sin, -sin, cos, x, y)
                .showText(words)
                .endText()
                .restoreState()
                .closeTag();
    }

    private void top(PdfPage page, PdfFont font) {
        Rectangle room = page.getPageSize();
        float width = font.getWidth(words, SMALL);
        float size = Math.max(SMALLEST, Math.min(SMALL, SMALL * (room.getWidth() - TOP) / width));
        PdfCanvas above = new PdfCanvas(page.newContentStreamAfter(), page.getResources(), page.getDocument());
        above.openTag(new CanvasArtifact())
                .saveState()
                .setFillColor(DARK)
                .beginText()
                .setFontAndSize(font, size)
                .moveText(room.getLeft() + (room.getWidth() - font.getWidth(words, size)) / 2, room.getTop() - size - 2)
                .showText(words)
                .endText()
                .restoreState()
                .closeTag();
    }
}
