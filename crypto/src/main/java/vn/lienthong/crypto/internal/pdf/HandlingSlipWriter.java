package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.canvas.draw.DottedLine;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.Border;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Tab;
import com.itextpdf.layout.element.TabStop;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.HorizontalAlignment;
import com.itextpdf.layout.properties.TabAlignment;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.crypto.internal.pdf.SerifFonts.Cut;
import vn.lienthong.crypto.pdf.HandlingSlip;
import vn.lienthong.crypto.pdf.ProofSheet;

/** Lays a handling slip out on one page. */
public final class HandlingSlipWriter {
    private static final float LEFT = Sheets.millimetres(25);
    private static final float EDGE = Sheets.millimetres(15);
    private static final float CODE = Sheets.millimetres(30);
    private static final float TEXT = 12;
    private static final float TITLE = 15;
    private static final int DOTTED_LINES = 5;
    private static final float PEN = 1.7f;
    // A line without any letter would have no height.
    private static final String BLANK = "\u00a0";

    private final HandlingSlip slip;

    /** Takes the words. */
    public HandlingSlipWriter(HandlingSlip slip) {
        this.slip = slip;
    }

    /**
     * Writes it.
     *
     * @throws IOException when {@code out} fails
     */
    public void write(OutputStream out) throws IOException {
        try (PdfDocument pdf = Sheets.open(out, "Phiếu giải quyết văn bản đến")) {
            PdfFont bold = SerifFonts.forPdf(Cut.BOLD);
            PdfFont italic = SerifFonts.forPdf(Cut.ITALIC);
            Document page = new Document(pdf, PageSize.A4);
            page.setMargins(EDGE, EDGE, EDGE, LEFT);
            page.setFont(SerifFonts.forPdf(Cut.REGULAR)).setFontSize(TEXT);
            page.add(head(pdf, bold));
            page.add(plain("PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN")
                    .setFont(bold)
                    .setFontSize(TITLE)
                    .setTextAlignment(TextAlignment.CENTER)
                    .setMarginTop(6)
                    .setMarginBottom(6));
            slip.facts().forEach(fact -> page.add(line(fact)));
            for (HandlingSlip.Part part : slip.parts()) {
                page.add(part(part, bold, italic));
            }
            page.close();
        }
    }

    private Table head(PdfDocument pdf, PdfFont bold) {
        Cell words = new Cell().setBorder(Border.NO_BORDER).setTextAlignment(TextAlignment.CENTER);
        if (!slip.superior().isEmpty()) {
            words.add(plain(slip.superior()));
        }
        words.add(plain(slip.agency()).setFont(bold));
        Cell picture = new Cell().setBorder(Border.NO_BORDER);
        ProofSheet.Code code = slip.code();
        if (code != null) {
            picture.add(Sheets.code(pdf, code, CODE).setHorizontalAlignment(HorizontalAlignment.RIGHT));
        }
        return new Table(UnitValue.createPercentArray(new float[] {60, 40}))
                .useAllAvailableWidth()
                .addCell(words)
                .addCell(picture);
    }

    private static Table part(HandlingSlip.Part part, PdfFont bold, PdfFont italic) {
        Cell cell = new Cell().setBorder(new SolidBorder(0.6f)).setPadding(6);
        cell.add(plain(part.title()).setFont(bold).setMarginBottom(3));
        if (part.opinion().isEmpty()) {
            for (int i = 0; i < DOTTED_LINES; i++) {
                cell.add(dots(plain(BLANK).setMultipliedLeading(PEN)));
            }
        } else {
            cell.add(plain(part.opinion()).setFont(italic));
        }
        part.lines().forEach(fact -> cell.add(line(fact)));
        return new Table(1)
                .useAllAvailableWidth()
                .setMarginTop(7)
                .setKeepTogether(true)
                .addCell(cell);
    }

    private static Paragraph line(ProofSheet.Fact fact) {
        Paragraph line = plain(fact.label() + ": " + fact.value());
        return fact.value().isEmpty() ? dots(line) : line;
    }

    private static Paragraph dots(Paragraph line) {
        float width = PageSize.A4.getWidth() - LEFT - EDGE - 14;
        return line.addTabStops(new TabStop(width, TabAlignment.RIGHT, new DottedLine(0.8f, 2)))
                .add(new Tab());
    }

    private static Paragraph plain(String text) {
        return new Paragraph(text).setMargin(0).setMultipliedLeading(1.3f);
    }
}
