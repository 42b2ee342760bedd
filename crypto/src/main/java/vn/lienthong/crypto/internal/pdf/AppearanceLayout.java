package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.forms.form.element.SignatureFieldAppearance;
import com.itextpdf.io.image.ImageDataFactory;
import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.layout.borders.Border;
import com.itextpdf.layout.element.Div;
import com.itextpdf.layout.element.Paragraph;
import com.itextpdf.layout.properties.Property;
import com.itextpdf.layout.properties.TextAlignment;
import com.itextpdf.layout.properties.UnitValue;
import com.itextpdf.signatures.SignerProperties;
import java.io.IOException;
import java.util.List;
import vn.lienthong.crypto.internal.pdf.SerifFonts.Cut;
import vn.lienthong.crypto.pdf.PageBox;
import vn.lienthong.crypto.pdf.PdfSignRequest;
import vn.lienthong.crypto.pdf.PdfSigningException;
import vn.lienthong.crypto.pdf.PngImage;
import vn.lienthong.crypto.pdf.SignatureAppearance.AgencySeal;
import vn.lienthong.crypto.pdf.SignatureAppearance.AttachmentMark;
import vn.lienthong.crypto.pdf.SignatureAppearance.CopyMark;
import vn.lienthong.crypto.pdf.SignatureAppearance.HandwrittenSignature;
import vn.lienthong.crypto.pdf.SignatureAppearance.Invisible;

/** Places signatures on the page (Decree 30/2020/NĐ-CP Annex I). */
final class AppearanceLayout {

    private static final float TEXT_SIZE = 10;
    private static final float LEADING = 12;
    private static final float PADDING = 2;
    private static final float SLACK = 4;
    private static final double RIGHT_EDGE = PageBox.millimetres(8);
    private static final double TOP_EDGE = PageBox.millimetres(4);
    private static final double WIDEST = PageBox.millimetres(90);

    private AppearanceLayout() {}

    static void apply(PdfSignRequest request, PdfDocument document, SignerProperties properties)
            throws IOException, PdfSigningException {
        String time = VietnameseTime.text(request.signingTime());
        switch (request.appearance()) {
            case HandwrittenSignature signature ->
                image(signature.occupied(), signature.image(), request, document, properties);
            case AgencySeal seal -> image(seal.occupied(), seal.image(), request, document, properties);
            case AttachmentMark mark -> text(List.of(mark.notation(), time), request, document, properties);
            case CopyMark mark ->
                text(List.of(mark.form().words(), mark.agency(), time), request, document, properties);
            case Invisible _ -> properties.setPageNumber(1).setPageRect(new Rectangle(0, 0));
        }
    }

    private static void image(
            PageBox place, PngImage image, PdfSignRequest request, PdfDocument document, SignerProperties properties)
            throws PdfSigningException {
        requireOnPage(place, document);
        SignatureFieldAppearance appearance = new SignatureFieldAppearance(request.fieldName());
        // The library stretches an image to its box; the box has the shape of the image already.
        appearance.setContent(ImageDataFactory.create(image.bytes()));
        show(place, appearance, properties);
    }

    private static void text(
            List<String> lines, PdfSignRequest request, PdfDocument document, SignerProperties properties)
            throws IOException, PdfSigningException {
        PdfFont font = SerifFonts.forPdf(Cut.REGULAR);
        double widest = lines.stream()
                .mapToDouble(line -> font.getWidth(line, TEXT_SIZE))
                .max()
                .orElseThrow();
        double width = Math.min(WIDEST, widest + 2 * PADDING + SLACK);
        int rows = lines.stream()
                .mapToInt(line -> rows(font.getWidth(line, TEXT_SIZE), width - 2 * PADDING))
                .sum();
        double height = rows * LEADING + 2 * PADDING + SLACK;
        Rectangle page = document.getPage(1).getPageSizeWithRotation();
        PageBox place =
                new PageBox(1, page.getRight() - RIGHT_EDGE - width, page.getTop() - TOP_EDGE - height, width, height);
        requireOnPage(place, document);
        Div block = new Div().setPadding(PADDING);
        for (String line : lines) {
            block.add(new Paragraph(line)
                    .setFont(font)
                    .setFontSize(TEXT_SIZE)
                    .setFontColor(ColorConstants.BLACK)
                    .setFixedLeading(LEADING)
                    .setMargin(0)
                    .setTextAlignment(TextAlignment.RIGHT));
        }
        show(place, new SignatureFieldAppearance(request.fieldName()).setContent(block), properties);
    }

    private static int rows(double textWidth, double room) {
        // Words do not break evenly: one more row than the bare quotient when a line does not fit.
        return textWidth <= room ? 1 : (int) Math.ceil(textWidth / room) + 1;
    }

    private static void show(PageBox place, SignatureFieldAppearance appearance, SignerProperties properties) {
        appearance.setBorder(Border.NO_BORDER);
        for (int side :
                new int[] {Property.PADDING_TOP, Property.PADDING_RIGHT, Property.PADDING_BOTTOM, Property.PADDING_LEFT
                }) {
            appearance.setProperty(side, UnitValue.createPointValue(0));
        }
        properties
                .setPageNumber(place.page())
                .setPageRect(new Rectangle(
                        (float) place.x(), (float) place.y(), (float) place.width(), (float) place.height()))
                .setSignatureAppearance(appearance);
    }

    private static void requireOnPage(PageBox place, PdfDocument document) throws PdfSigningException {
        if (place.page() > document.getNumberOfPages()) {
            throw new PdfSigningException("the page of the signature does not exist");
        }
        Rectangle page = document.getPage(place.page()).getPageSize();
        boolean inside = place.x() >= page.getLeft()
                && place.y() >= page.getBottom()
                && place.x() + place.width() <= page.getRight()
                && place.y() + place.height() <= page.getTop();
        if (!inside) {
            throw new PdfSigningException("the signature would not lie on the page");
        }
    }
}
