package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.kernel.colors.DeviceGray;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfAConformance;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfOutputIntent;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.filespec.PdfFileSpec;
import com.itextpdf.layout.Document;
import com.itextpdf.layout.borders.Border;
import com.itextpdf.layout.borders.SolidBorder;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.HorizontalAlignment;
import com.itextpdf.layout.properties.UnitValue;
import com.itextpdf.pdfa.PdfADocument;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import vn.lienthong.crypto.internal.pdf.SerifFonts.Cut;
import vn.lienthong.crypto.pdf.PageBox;
import vn.lienthong.crypto.pdf.ProofSheet;

/** Lays a proof sheet out: heading and facts beside the code, the table, the notes. */
public final class ProofSheetWriter {

    private static final float MARGIN = (float) PageBox.millimetres(18);
    private static final float CODE = (float) PageBox.millimetres(48);
    private static final float TITLE = 16;
    private static final float TEXT = 10;
    private static final float SMALL = 8;
    private static final float THIN = 0.5f;
    private static final DeviceGray GREY = new DeviceGray(0.35f);
    private static final DeviceGray PALE = new DeviceGray(0.93f);

    private final ProofSheet sheet;

    /** Takes the words. */
    public ProofSheetWriter(ProofSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Writes it.
     *
     * @throws IOException when {@code out} fails
     */
    public void write(OutputStream out) throws IOException {
        PdfWriter writer = new PdfWriter(out, new WriterProperties().setFullCompressionMode(true));
        writer.setCloseStream(false);
        try (PdfDocument pdf = new PdfADocument(writer, PdfAConformance.PDF_A_3A, colours())) {
            pdf.setTagged();
            pdf.getCatalog().setLang(new PdfString("vi-VN"));
            pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
            pdf.getDocumentInfo().setTitle(sheet.title());
            attach(pdf);
            PdfFont regular = SerifFonts.forPdf(Cut.REGULAR);
            PdfFont bold = SerifFonts.forPdf(Cut.BOLD);
            try (Document page = new Document(pdf, PageSize.A4)) {
                page.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
                page.setFont(regular).setFontSize(TEXT);
                page.add(head(pdf, bold));
                page.add(table(bold));
                sheet.notes()
                        .forEach(note -> page.add(new Paragraph(note)
                                .setFontSize(SMALL + 1)
                                .setMargin(0)
                                .setMarginTop(3)));
            }
        }
    }

    /** How grey is meant: PDF/A wants it said. The profile is the Java platform's own. */
    private static PdfOutputIntent colours() throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        return new PdfOutputIntent(
                "Custom", "", "http://www.color.org", "sRGB IEC61966-2.1", new ByteArrayInputStream(profile));
    }

    private void attach(PdfDocument pdf) {
        sheet.attachments().forEach((name, content) -> {
            String type = name.endsWith(".json") ? "application/json" : "application/octet-stream";
            PdfFileSpec file =
                    PdfFileSpec.createEmbeddedFileSpec(pdf, content, name, name, new PdfName(type), null, PdfName.Data);
            pdf.addAssociatedFile(name, file);
        });
    }

    private Table head(PdfDocument pdf, PdfFont bold) {
        Cell words = new Cell().setBorder(Border.NO_BORDER).setPadding(0);
        words.add(new Paragraph(sheet.title())
                .setFont(bold)
                .setFontSize(TITLE)
                .setMargin(0)
                .setMultipliedLeading(1.1f));
        words.add(new Paragraph(sheet.subtitle())
                .setFontSize(SMALL + 1)
                .setFontColor(GREY)
                .setMargin(0)
                .setMarginBottom(8));
        for (ProofSheet.Fact fact : sheet.facts()) {
            words.add(new Paragraph(fact.label())
                    .setFontSize(SMALL)
                    .setFontColor(GREY)
                    .setMargin(0)
                    .setMultipliedLeading(1));
            words.add(
                    new Paragraph(fact.value()).setMargin(0).setMarginBottom(4).setMultipliedLeading(1.15f));
        }
        Cell picture = new Cell().setBorder(Border.NO_BORDER).setPadding(0);
        picture.add(Sheets.code(pdf, sheet.code(), CODE).setHorizontalAlignment(HorizontalAlignment.RIGHT));
        return new Table(UnitValue.createPercentArray(new float[] {70, 30}))
                .useAllAvailableWidth()
                .addCell(words)
                .addCell(picture);
    }

    private Table table(PdfFont bold) {
        Table table = new Table(UnitValue.createPercentArray(sheet.columns().size()))
                .useAllAvailableWidth()
                .setMarginTop(10);
        for (String column : sheet.columns()) {
            table.addHeaderCell(cell(column).setBackgroundColor(PALE).setFont(bold));
        }
        sheet.rows().forEach(row -> row.forEach(text -> table.addCell(cell(text))));
        return table;
    }

    private static Cell cell(String text) {
        return new Cell()
                .setBorder(new SolidBorder(GREY, THIN))
                .setPadding(3)
                .add(new Paragraph(text).setFontSize(SMALL + 1).setMargin(0).setMultipliedLeading(1.1f));
    }
}
