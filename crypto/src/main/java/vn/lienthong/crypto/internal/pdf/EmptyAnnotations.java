package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.kernel.pdf.PdfArray;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.StampingProperties;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Gives every page a list of annotations, if only an empty one, before a document is certified. A strict reader calls it
 * a change of the page when a later signature brings the first list (iText's revision check does).
 */
final class EmptyAnnotations {

    private EmptyAnnotations() {}

    static byte[] onEveryPage(byte[] pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 4096);
        boolean changed = false;
        try (PdfDocument document = new PdfDocument(
                BoundedReader.open(pdf), new PdfWriter(out), new StampingProperties().useAppendMode())) {
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                PdfDictionary page = document.getPage(number).getPdfObject();
                if (page.get(PdfName.Annots) == null) {
                    page.put(PdfName.Annots, new PdfArray());
                    page.setModified();
                    changed = true;
                }
            }
        }
        return changed ? out.toByteArray() : pdf;
    }
}
