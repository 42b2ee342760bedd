package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.pdf.canvas.draw.SolidLine;
import com.itextpdf.layout.borders.Border;
import com.itextpdf.layout.element.Cell;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.LineSeparator;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.element.Table;
import com.itextpdf.layout.properties.HorizontalAlignment;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.crypto.internal.pdf.LetterWriter.LetterFonts;
import vn.lienthong.crypto.pdf.AdministrativeLetter;
import vn.lienthong.crypto.pdf.PageBox;

/** The blocks of a letter in the order of Annex I: head, title, text, signature and recipients. */
final class LetterBlocks {

    private static final float SMALL = 11;
    private static final float LABEL = 12;
    private static final float HEAD = 12.5f;
    private static final float TEXT = 13.5f;
    private static final float LINE = 0.6f;
    private static final float AGENCY_LINE_SHARE = 0.4f;
    private static final float INDENT = (float) PageBox.millimetres(12.7);
    private static final float LEADING = 1.25f;

    private final AdministrativeLetter letter;
    private final LetterFonts fonts;

    LetterBlocks(AdministrativeLetter letter, LetterFonts fonts) {
        this.letter = letter;
        this.fonts = fonts;
    }

    /** Agency and number on the left, heading, place and date on the right. */
    Table head() {
        Cell left = plainCell();
        stacked(left, letter.agency(), HEAD, AGENCY_LINE_SHARE);
        left.add(centred("Số: " + letter.notation(), fonts.regular(), 13).setMarginTop(4));
        if (letter.type().isEmpty()) {
            left.add(centred("V/v " + letter.subject(), fonts.regular(), LABEL).setMarginTop(2));
        }
        Cell right = plainCell();
        stacked(right, letter.heading(), HEAD, 1);
        right.add(centred(letter.placeAndDate(), fonts.italic(), TEXT).setMarginTop(4));
        return new Table(UnitValue.createPercentArray(new float[] {40, 60}))
                .useAllAvailableWidth()
                .addCell(left)
                .addCell(right);
    }

    /** Kind of document and subject, or the addressees of an official letter. */
    List<Div> title() {
        List<Div> blocks = new ArrayList<>();
        if (!letter.type().isEmpty()) {
            Div title = new Div().setMarginTop(14);
            title.add(centred(letter.type(), fonts.bold(), 14));
            title.add(centred(letter.subject(), fonts.bold(), 14));
            title.add(line(fonts.bold().getWidth(letter.subject(), 14) * AGENCY_LINE_SHARE));
            blocks.add(title);
        }
        if (!letter.addressees().isEmpty()) {
            blocks.add(addressees());
        }
        return blocks;
    }

    private Div addressees() {
        Div block = new Div().setMarginTop(14).setMarginBottom(4);
        if (letter.addressees().size() == 1) {
            return block.add(centred("Kính gửi: " + letter.addressees().getFirst() + ".", fonts.regular(), TEXT));
        }
        float inset = INDENT * 2;
        block.add(paragraph("Kính gửi:", fonts.regular(), TEXT).setMarginLeft(inset));
        int last = letter.addressees().size() - 1;
        for (int i = 0; i <= last; i++) {
            String line = "- " + letter.addressees().get(i) + (i == last ? "." : ";");
            block.add(paragraph(line, fonts.regular(), TEXT).setMarginLeft(inset + INDENT));
        }
        return block;
    }

    /** The text: justified, first line indented, at least 6 points between paragraphs. */
    List<Paragraph> body() {
        return letter.paragraphs().stream()
                .map(text -> paragraph(text, fonts.regular(), TEXT)
                        .setTextAlignment(TextAlignment.JUSTIFIED)
                        .setFirstLineIndent(INDENT)
                        .setMultipliedLeading(LEADING)
                        .setMarginTop(6))
                .toList();
    }

    /** Recipients on the left; capacity, room for the signature and name on the right; never torn apart. */
    Table close(SignatureRoom room) {
        Cell left = plainCell();
        left.add(paragraph("Nơi nhận:", fonts.boldItalic(), LABEL));
        letter.recipients().forEach(line -> left.add(paragraph("- " + line, fonts.regular(), SMALL)));
        Cell right = plainCell();
        letter.signatory().capacity().forEach(line -> right.add(centred(line, fonts.bold(), TEXT)));
        right.add(room.element());
        right.add(centred(letter.signatory().name(), fonts.bold(), TEXT + 0.5f));
        return new Table(UnitValue.createPercentArray(new float[] {48, 52}))
                .useAllAvailableWidth()
                .setKeepTogether(true)
                .setMarginTop(12)
                .addCell(left)
                .addCell(right);
    }

    private void stacked(Cell cell, List<String> lines, float size, float lineShare) {
        int last = lines.size() - 1;
        for (int i = 0; i <= last; i++) {
            PdfFont font = i == last || lineShare >= 1 ? fonts.bold() : fonts.regular();
            cell.add(centred(lines.get(i), font, size + (lineShare >= 1 && i == last && i > 0 ? 1 : 0)));
        }
        float shown = Math.min(fonts.bold().getWidth(lines.getLast(), size + 1), (float) PageBox.millimetres(66));
        cell.add(line(shown * lineShare));
    }

    private static LineSeparator line(float width) {
        return new LineSeparator(new SolidLine(LINE))
                .setWidth(width)
                .setMarginTop(2)
                .setHorizontalAlignment(HorizontalAlignment.CENTER);
    }

    private static Paragraph centred(String text, PdfFont font, float size) {
        return paragraph(text, font, size).setTextAlignment(TextAlignment.CENTER);
    }

    private static Paragraph paragraph(String text, PdfFont font, float size) {
        return new Paragraph(text).setFont(font).setFontSize(size).setMargin(0).setMultipliedLeading(1.15f);
    }

    private static Cell plainCell() {
        return new Cell().setBorder(Border.NO_BORDER).setPadding(0);
    }
}
