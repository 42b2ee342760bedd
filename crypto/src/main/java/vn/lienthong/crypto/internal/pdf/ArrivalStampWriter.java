package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.kernel.colors.Color;
import com.itextpdf.kernel.colors.DeviceRgb;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.crypto.internal.pdf.SerifFonts.Cut;
import vn.lienthong.crypto.pdf.ArrivalStamp;
import vn.lienthong.crypto.pdf.ArrivalStampPdf.Paper;

/** Draws the arrival stamp in its real size. */
public final class ArrivalStampWriter {
    private static final float WIDTH = Sheets.millimetres(50);
    private static final float HEIGHT = Sheets.millimetres(35);
    private static final float PAD = Sheets.millimetres(2);
    private static final float LINE = Sheets.millimetres(5.6);
    private static final float TEXT = 10;
    private static final float SMALLEST = 5;
    private static final Color RED = new DeviceRgb(200, 20, 20);

    private final ArrivalStamp stamp;

    /** Takes the words. */
    public ArrivalStampWriter(ArrivalStamp stamp) {
        this.stamp = stamp;
    }

    /**
     * Draws it.
     *
     * @throws IOException when {@code out} fails
     */
    public void write(Paper paper, OutputStream out) throws IOException {
        try (PdfDocument pdf = Sheets.open(out, "Dấu ĐẾN")) {
            PageSize size = paper == Paper.ALONE ? new PageSize(WIDTH, HEIGHT) : PageSize.A4;
            PdfPage page = pdf.addNewPage(size);
            float left = switch (paper) {
                case ALONE -> 0;
                case OVER_LEFT -> Sheets.millimetres(30);
                case OVER_RIGHT -> size.getWidth() - Sheets.millimetres(20) - WIDTH;
            };
            float bottom = paper == Paper.ALONE ? 0 : size.getHeight() - Sheets.millimetres(62) - HEIGHT;
            draw(new PdfCanvas(page), left, bottom);
        }
    }

    private void draw(PdfCanvas canvas, float left, float bottom) throws IOException {
        PdfFont regular = SerifFonts.forPdf(Cut.REGULAR);
        PdfFont bold = SerifFonts.forPdf(Cut.BOLD);
        canvas.setStrokeColor(RED).setFillColor(RED).setLineWidth(1);
        canvas.rectangle(new Rectangle(left + 1, bottom + 1, WIDTH - 2, HEIGHT - 2))
                .stroke();
        float y = bottom + HEIGHT - PAD - TEXT;
        centred(canvas, bold, stamp.agency(), left, y);
        y -= LINE;
        centred(canvas, bold, "ĐẾN", left, y);
        y -= LINE;
        y = line(canvas, regular, "Số: ", stamp.number(), left, y);
        y = line(canvas, regular, "Ngày: ", stamp.date(), left, y);
        y = line(canvas, regular, "Chuyển: ", stamp.handedTo(), left, y);
        float _ = line(canvas, regular, "Số và ký hiệu hồ sơ: ", stamp.file(), left, y);
    }

    private static void centred(PdfCanvas canvas, PdfFont font, String text, float left, float y) {
        float size = fitting(font, text, WIDTH - 2 * PAD, TEXT);
        show(canvas, font, size, text, left + (WIDTH - font.getWidth(text, size)) / 2, y);
    }

    private static float line(PdfCanvas canvas, PdfFont font, String label, String value, float left, float y) {
        show(canvas, font, TEXT, label, left + PAD, y);
        float from = left + PAD + font.getWidth(label, TEXT);
        float room = left + WIDTH - PAD - from;
        if (value.isEmpty()) {
            canvas.setLineDash(0.8f, 2, 0).setLineWidth(0.6f);
            canvas.moveTo(from, y - 1).lineTo(from + room, y - 1).stroke();
        } else {
            show(canvas, font, fitting(font, value, room, TEXT), value, from, y);
        }
        return y - LINE + 0.6f;
    }

    /** The largest size at which a text has room. */
    private static float fitting(PdfFont font, String text, float room, float wished) {
        float width = font.getWidth(text, wished);
        return width <= room ? wished : Math.max(SMALLEST, wished * room / width);
    }

    private static void show(PdfCanvas canvas, PdfFont font, float size, String text, float x, float y) {
        canvas.beginText()
                .setFontAndSize(font, size)
                .moveText(x, y)
                .showText(text)
                .endText();
    }
}
