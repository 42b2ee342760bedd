package vn.lienthong.crypto.pdf;

import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.kernel.pdf.annot.PdfFreeTextAnnotation;
import com.itextpdf.kernel.pdf.annot.PdfSquareAnnotation;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** What a forger does to a signed document without touching the signed bytes. */
final class Tampering {

    private static final PdfName OVERLAY = new PdfName("LtOverlay");

    private Tampering() {}

    /** Something done to an open document. */
    interface Change {
        void apply(PdfDocument document) throws IOException;
    }

    static byte[] append(byte[] pdf, Change change) throws IOException {
        return rewrite(pdf, new StampingProperties().useAppendMode(), change);
    }

    private static byte[] rewrite(byte[] pdf, StampingProperties properties, Change change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfDocument document =
                new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf)), new PdfWriter(out), properties)) {
            change.apply(document);
        }
        return out.toByteArray();
    }

    static byte[] whiteRectangle(byte[] pdf) throws IOException {
        return append(
                pdf,
                document -> new PdfCanvas(document.getPage(1))
                        .setFillColor(ColorConstants.WHITE)
                        .rectangle(80, 300, 400, 60)
                        .fill());
    }

    static byte[] freeText(byte[] pdf) throws IOException {
        return append(
                pdf,
                document -> document.getPage(1)
                        .addAnnotation(new PdfFreeTextAnnotation(
                                new Rectangle(100, 300, 200, 40), new PdfString("thay đổi nội dung"))));
    }

    static byte[] boxOverTheSignature(byte[] pdf, PageBox box) throws IOException {
        Rectangle place = new Rectangle((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height());
        return append(pdf, document -> document.getPage(box.page()).addAnnotation(new PdfSquareAnnotation(place)));
    }

    static byte[] removedPage(byte[] pdf) throws IOException {
        return append(pdf, document -> document.removePage(1));
    }

    /** Prepares a shadow attack: the page shows a harmless cover that can be emptied later. */
    static byte[] withCover(byte[] pdf) throws IOException {
        return rewrite(pdf, new StampingProperties(), document -> {
            PdfFormXObject cover = new PdfFormXObject(new Rectangle(0, 0, 400, 60));
            new PdfCanvas(cover, document)
                    .setFillColor(ColorConstants.WHITE)
                    .rectangle(0, 0, 400, 60)
                    .fill();
            cover.getPdfObject().put(OVERLAY, new PdfString("cover"));
            new PdfCanvas(document.getPage(1)).addXObjectAt(cover, 80, 300);
        });
    }

    /** Empties the cover after signing, which brings the text below to light. */
    static byte[] uncovered(byte[] pdf) throws IOException {
        return append(pdf, document -> {
            var covers = document.getPage(1).getResources().getResource(PdfName.XObject);
            for (PdfName name : covers.keySet()) {
                PdfStream cover = covers.getAsStream(name);
                if (cover.get(OVERLAY) != null) {
                    cover.setData(new byte[0]);
                    cover.setModified();
                }
            }
        });
    }
}
