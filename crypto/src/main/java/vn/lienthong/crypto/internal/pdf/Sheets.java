package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfViewerPreferences;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import com.itextpdf.layout.element.Image;
import java.io.OutputStream;
import vn.lienthong.crypto.pdf.PageBox;
import vn.lienthong.crypto.pdf.ProofSheet;

/** What all printed sheets share: opening a document, millimetres, the square code. */
final class Sheets {
    private static final int QUIET = 4;

    private Sheets() {}

    static float millimetres(double length) {
        return (float) PageBox.millimetres(length);
    }

    /** A document in Vietnamese with that title; {@code out} stays open. */
    static PdfDocument open(OutputStream out, String title) {
        PdfWriter writer = new PdfWriter(out, new WriterProperties().setFullCompressionMode(true));
        writer.setCloseStream(false);
        PdfDocument pdf = new PdfDocument(writer);
        pdf.getCatalog().setLang(new PdfString("vi-VN"));
        pdf.getCatalog().setViewerPreferences(new PdfViewerPreferences().setDisplayDocTitle(true));
        pdf.getDocumentInfo().setTitle(title);
        return pdf;
    }

    /** The square code as a picture of that many points on a side, quiet zone included. */
    static Image code(PdfDocument pdf, ProofSheet.Code code, float points) {
        float side = points / (code.size() + 2 * QUIET);
        PdfFormXObject form = new PdfFormXObject(new Rectangle(points, points));
        PdfCanvas canvas = new PdfCanvas(form, pdf);
        canvas.setFillColor(ColorConstants.BLACK);
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                if (code.isDark().at(x, y)) {
                    canvas.rectangle((x + QUIET) * side, points - (y + QUIET + 1) * side, side, side);
                }
            }
        }
        canvas.fill();
        Image image = new Image(form);
        image.getAccessibilityProperties().setAlternateDescription("QR");
        return image;
    }
}
