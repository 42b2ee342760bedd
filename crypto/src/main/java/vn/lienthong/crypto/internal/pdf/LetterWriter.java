package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.event.AbstractPdfDocumentEvent;
import com.itextpdf.kernel.pdf.event.AbstractPdfDocumentEventHandler;
import com.itextpdf.kernel.pdf.event.PdfDocumentEvent;
import com.itextpdf.layout.Canvas;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.properties.TextAlignment;
import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.crypto.internal.pdf.SerifFonts.Cut;
import vn.lienthong.crypto.pdf.AdministrativeLetter;
import vn.lienthong.crypto.pdf.PageBox;

/** Lays a letter out on A4 pages (Decree 30/2020/NĐ-CP Annex I, part I). */
public final class LetterWriter {

    private static final float TOP = (float) PageBox.millimetres(20);
    private static final float RIGHT = (float) PageBox.millimetres(15);
    private static final float LEFT = (float) PageBox.millimetres(30);

    private final AdministrativeLetter letter;

    /** Takes the words. */
    public LetterWriter(AdministrativeLetter letter) {
        this.letter = letter;
    }

    /** Writes the letter and returns the room for the person's signature. */
    public PageBox write(OutputStream out) throws IOException {
        PdfWriter writer = new PdfWriter(out, new WriterProperties().setFullCompressionMode(true));
        writer.setCloseStream(false);
        try (PdfDocument pdf = new PdfDocument(writer)) {
            describe(pdf);
            LetterFonts fonts = LetterFonts.load();
            pdf.addEventHandler(PdfDocumentEvent.END_PAGE, new PageNumbers(fonts.regular()));
            try (Document page = new Document(pdf, PageSize.A4, false)) {
                page.setMargins(TOP, RIGHT, TOP, LEFT);
                page.setFont(fonts.regular());
                LetterBlocks blocks = new LetterBlocks(letter, fonts);
                page.add(blocks.head());
                blocks.title().forEach(page::add);
                blocks.body().forEach(page::add);
                SignatureRoom room = new SignatureRoom();
                page.add(blocks.close(room));
                page.flush();
                return room.box();
            }
        }
    }

    private void describe(PdfDocument pdf) {
        pdf.getCatalog().setLang(new PdfString("vi-VN"));
        pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
        pdf.getDocumentInfo().setTitle(letter.notation());
    }

    /** The fonts of one document. */
    record LetterFonts(PdfFont regular, PdfFont bold, PdfFont italic, PdfFont boldItalic) {

        static LetterFonts load() throws IOException {
            return new LetterFonts(
                    SerifFonts.forPdf(Cut.REGULAR),
                    SerifFonts.forPdf(Cut.BOLD),
                    SerifFonts.forPdf(Cut.ITALIC),
                    SerifFonts.forPdf(Cut.BOLD_ITALIC));
        }
    }

    /** Arabic numerals, size 13, in the middle of the top margin, none on the first page. */
    private static final class PageNumbers extends AbstractPdfDocumentEventHandler {

        private static final float SIZE = 13;

        private final PdfFont font;

        PageNumbers(PdfFont font) {
            this.font = font;
        }

        @Override
        protected void onAcceptedEvent(AbstractPdfDocumentEvent event) {
            if (!(event instanceof PdfDocumentEvent end)) {
                return;
            }
            int number = end.getDocument().getPageNumber(end.getPage());
            if (number < 2) {
                return;
            }
            Rectangle size = end.getPage().getPageSize();
            try (Canvas canvas = new Canvas(end.getPage(), size)) {
                float middle = LEFT + (size.getWidth() - LEFT - RIGHT) / 2;
                canvas.showTextAligned(
                        new Paragraph(Integer.toString(number)).setFont(font).setFontSize(SIZE),
                        middle,
                        size.getTop() - TOP * 0.75f,
                        TextAlignment.CENTER);
            }
        }
    }
}
