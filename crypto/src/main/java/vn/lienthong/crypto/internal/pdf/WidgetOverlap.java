package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.annot.PdfAnnotation;
import com.itextpdf.kernel.pdf.annot.PdfWidgetAnnotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Annotations that cover one another. Two signatures may (Decree 30/2020/NĐ-CP puts the seal over a third of the person's
 * signature); anything else over a signature hides it.
 */
final class WidgetOverlap {

    private static final int MAX_ANNOTATIONS = 500;

    private WidgetOverlap() {}

    static @Nullable String find(PdfDocument document) {
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            List<PdfAnnotation> annotations = document.getPage(page).getAnnotations();
            if (annotations.size() > MAX_ANNOTATIONS) {
                return "page " + page + " has too many annotations";
            }
            if (hidesSignature(annotations)) {
                return "page " + page + ": an annotation covers a signature";
            }
        }
        return null;
    }

    private static boolean hidesSignature(List<PdfAnnotation> annotations) {
        List<PdfAnnotation> signatures =
                annotations.stream().filter(WidgetOverlap::isSignature).toList();
        return annotations.stream()
                .filter(annotation -> !isSignature(annotation))
                .anyMatch(other -> signatures.stream().anyMatch(signature -> overlap(signature, other)));
    }

    private static boolean isSignature(PdfAnnotation annotation) {
        return annotation instanceof PdfWidgetAnnotation
                && PdfName.Sig.equals(annotation.getPdfObject().getAsName(PdfName.FT))
                && annotation.getPdfObject().getAsDictionary(PdfName.V) != null;
    }

    private static boolean overlap(PdfAnnotation signature, PdfAnnotation other) {
        if (signature.getRectangle() == null || other.getRectangle() == null) {
            return false;
        }
        Rectangle one = signature.getRectangle().toRectangle();
        Rectangle two = other.getRectangle().toRectangle();
        return one.getWidth() > 0 && two.getWidth() > 0 && one.overlaps(two);
    }
}
