package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.event.AbstractPdfDocumentEvent;
import com.itextpdf.kernel.pdf.event.AbstractPdfDocumentEventHandler;
import com.itextpdf.kernel.pdf.event.PdfDocumentEvent;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.Border;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.AreaBreak;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import com.itextpdf.layout.properties.VerticalAlignment;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import vn.lienthong.crypto.internal.pdf.SerifFonts.Cut;
import vn.lienthong.crypto.pdf.RegisterSheet;

/** Lays a register out (Decree 30/2020/NĐ-CP Annex IV). */
public final class RegisterSheetWriter {
    private static final float BINDING = Sheets.millimetres(25);
    private static final float EDGE = Sheets.millimetres(12);
    private static final float FOOT = Sheets.millimetres(15);
    private static final float TEXT = 9.5f;
    private static final float HEAD = 9;
    private static final float COVER = 14;
    private static final float TITLE = 26;
    private static final int FLUSH_EVERY = 40;

    private final RegisterSheet sheet;

    /** Takes the words. */
    public RegisterSheetWriter(RegisterSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Writes it.
     *
     * @throws IOException when {@code out} fails
     */
    public void write(Iterator<RegisterSheet.Row> rows, OutputStream out) throws IOException {
        try (PdfDocument pdf = Sheets.open(out, sheet.title())) {
            PdfFont regular = SerifFonts.forPdf(Cut.REGULAR);
            PdfFont bold = SerifFonts.forPdf(Cut.BOLD);
            Footer footer = new Footer(regular);
            pdf.addEventHandler(PdfDocumentEvent.END_PAGE, footer);
            Document page = new Document(pdf, PageSize.A4.rotate());
            page.setMargins(EDGE, EDGE, FOOT, BINDING);
            page.setFont(regular).setFontSize(TEXT);
            cover(page, bold);
            page.add(new AreaBreak());
            table(page, bold, rows);
            close(page, bold);
            footer.finish(pdf);
            page.close();
        }
    }

    private void cover(Document page, PdfFont bold) {
        if (!sheet.superior().isEmpty()) {
            page.add(centred(sheet.superior(), COVER));
        }
        page.add(centred(sheet.agency(), COVER).setFont(bold));
        page.add(centred(sheet.title(), TITLE).setFont(bold).setMarginTop(Sheets.millimetres(38)));
        for (int i = 0; i < sheet.coverLines().size(); i++) {
            float gap = Sheets.millimetres(i == 0 ? 8 : 2);
            page.add(centred(sheet.coverLines().get(i), COVER).setMarginTop(gap));
        }
    }

    private static Paragraph centred(String text, float size) {
        return new Paragraph(text)
                .setFontSize(size)
                .setTextAlignment(TextAlignment.CENTER)
                .setMargin(0)
                .setMultipliedLeading(1.2f);
    }

    private void table(Document page, PdfFont bold, Iterator<RegisterSheet.Row> rows) {
        int columns = sheet.columns().size();
        float[] widths = new float[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] = sheet.columns().get(i).millimetres();
        }
        Table table = new Table(UnitValue.createPercentArray(widths), true);
        table.setWidth(UnitValue.createPointValue(PageSize.A4.getHeight() - BINDING - EDGE))
                .setFixedLayout();
        sheet.columns()
                .forEach(column -> table.addHeaderCell(heading(column.title()).setFont(bold)));
        for (int i = 1; i <= columns; i++) {
            table.addHeaderCell(heading("(" + i + ")"));
        }
        page.add(table);
        int written = 0;
        while (rows.hasNext()) {
            row(table, rows.next());
            written++;
            if (written % FLUSH_EVERY == 0) {
                table.flush();
            }
        }
        table.complete();
    }

    private static Cell heading(String text) {
        return cell(new Paragraph(text).setFontSize(HEAD).setTextAlignment(TextAlignment.CENTER))
                .setVerticalAlignment(VerticalAlignment.MIDDLE);
    }

    private void row(Table table, RegisterSheet.Row row) {
        for (int i = 0; i < sheet.columns().size(); i++) {
            Paragraph text = new Paragraph(row.cells().get(i));
            if (sheet.columns().get(i).centred()) {
                text.setTextAlignment(TextAlignment.CENTER);
            }
            // The last column says why, and must stay readable.
            if (row.struck() && i < sheet.columns().size() - 1) {
                text.setLineThrough();
            }
            table.addCell(cell(text));
        }
    }

    private static Cell cell(Paragraph text) {
        return new Cell()
                .add(text.setMargin(0).setMultipliedLeading(1.1f))
                .setBorder(new SolidBorder(0.5f))
                .setPadding(2.5f)
                .setKeepTogether(true);
    }

    private void close(Document page, PdfFont bold) {
        Table end = new Table(UnitValue.createPercentArray(
                        Math.max(1, sheet.signatures().size())))
                .useAllAvailableWidth()
                .setMarginTop(8)
                .setKeepTogether(true);
        for (String sentence : sheet.closing()) {
            end.addCell(bare(1, Math.max(1, sheet.signatures().size())).add(new Paragraph(sentence).setMargin(0)));
        }
        for (RegisterSheet.Signature signature : sheet.signatures()) {
            end.addCell(bare(1, 1)
                    .setPaddingTop(8)
                    .setPaddingBottom(Sheets.millimetres(24))
                    .setTextAlignment(TextAlignment.CENTER)
                    .add(new Paragraph(signature.who()).setFont(bold).setMargin(0))
                    .add(new Paragraph(signature.what()).setMargin(0)));
        }
        page.add(end);
    }

    private static Cell bare(int rows, int columns) {
        return new Cell(rows, columns).setBorder(Border.NO_BORDER).setPadding(1);
    }

    /** {@code Trang x/y} on every page but the cover, and the title for loose sheets. */
    private final class Footer extends AbstractPdfDocumentEventHandler {
        private static final float ROOM = 40;
        private static final float DESCENT = 3;

        private final PdfFont font;
        private final PdfFormXObject total = new PdfFormXObject(new Rectangle(ROOM, TEXT + 4));

        Footer(PdfFont font) {
            this.font = font;
        }

        @Override
        protected void onAcceptedEvent(AbstractPdfDocumentEvent event) {
            if (!(event instanceof PdfDocumentEvent end)) {
                return;
            }
            int number = end.getDocument().getPageNumber(end.getPage()) - 1;
            if (number < 1) {
                return;
            }
            Rectangle size = end.getPage().getPageSize();
            float baseline = FOOT / 2;
            float right = size.getRight() - EDGE - ROOM;
            String before = "Trang " + number + "/";
            PdfCanvas canvas = new PdfCanvas(end.getPage());
            float width = font.getWidth(before, TEXT);
            canvas.beginText()
                    .setFontAndSize(font, TEXT)
                    .moveText(BINDING, baseline)
                    .showText(sheet.title())
                    .endText();
            canvas.beginText()
                    .setFontAndSize(font, TEXT)
                    .moveText(right + ROOM / 2 - width, baseline)
                    .showText(before)
                    .endText();
            canvas.addXObjectAt(total, right + ROOM / 2, baseline - DESCENT);
            canvas.release();
        }

        /** Now the number of pages is known. */
        void finish(PdfDocument pdf) {
            new PdfCanvas(total, pdf)
                    .beginText()
                    .setFontAndSize(font, TEXT)
                    .moveText(0, DESCENT)
                    .showText(Integer.toString(pdf.getNumberOfPages() - 1))
                    .endText()
                    .release();
        }
    }
}
