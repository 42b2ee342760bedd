package vn.lienthong.crypto.internal.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.rendering.RenderDestination;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.pdf.PagePicture;
import vn.lienthong.crypto.pdf.PagePicture.Reason;
import vn.lienthong.crypto.pdf.PdfPagePictures;

/** Draws a page and stops where it becomes too much: pixels of the page, pixels of a picture inside, steps, time. */
final class BoundedRenderer extends PDFRenderer {

    private static final long MOST_PIXELS = 6_000_000;
    private static final long MOST_PIXELS_INSIDE = 40_000_000;
    private static final long MOST_STEPS = 3_000_000;
    private static final float SMALL_QUALITY = 0.55f;

    private final long end;

    BoundedRenderer(PDDocument document, long end) {
        super(document);
        this.end = end;
        setSubsamplingAllowed(true);
        setDefaultDestination(RenderDestination.VIEW);
    }

    /** Drawing ends here. */
    static final class Stop extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Stop(Reason reason) {
            super("drawing ends");
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    PagePicture draw(int index, int width) throws IOException {
        return written(picture(index, width), document.getNumberOfPages());
    }

    /** A page, not written yet. */
    BufferedImage picture(int index, int width) throws IOException {
        PDRectangle box = document.getPage(index).getCropBox();
        int turn = document.getPage(index).getRotation();
        float pageWidth = turn % 180 == 0 ? box.getWidth() : box.getHeight();
        float pageHeight = turn % 180 == 0 ? box.getHeight() : box.getWidth();
        if (!(pageWidth >= 1) || !(pageHeight >= 1) || !Float.isFinite(pageWidth) || !Float.isFinite(pageHeight)) {
            throw new Stop(Reason.TOO_COMPLEX);
        }
        float scale = width / pageWidth;
        if ((double) width * pageHeight * scale > MOST_PIXELS) {
            throw new Stop(Reason.TOO_COMPLEX);
        }
        return renderImage(index, scale, ImageType.RGB);
    }

    private static PagePicture written(BufferedImage picture, int pages) throws IOException {
        boolean small = picture.getWidth() <= PdfPagePictures.SMALL_WIDTH;
        byte[] octets = small ? PictureWriting.jpeg(picture, SMALL_QUALITY) : PictureWriting.png(picture);
        return new PagePicture.Drawn(
                octets, small ? "image/jpeg" : "image/png", picture.getWidth(), picture.getHeight(), pages);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new BoundedDrawer(parameters, end);
    }

    /** Counts the steps of the content, and looks at every picture before it is unpacked. */
    private static final class BoundedDrawer extends PageDrawer {

        private final long end;
        private long steps;

        BoundedDrawer(PageDrawerParameters parameters, long end) throws IOException {
            super(parameters);
            this.end = end;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            steps++;
            if (steps > MOST_STEPS) {
                throw new Stop(Reason.TOO_COMPLEX);
            }
            if (System.nanoTime() > end) {
                throw new Stop(Reason.TIME_EXCEEDED);
            }
            super.processOperator(operator, operands);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            check(image);
            if (image instanceof PDImageXObject object) {
                checkMask(object.getSoftMask());
                checkMask(object.getMask());
            }
            super.drawImage(image);
        }

        private static void checkMask(@Nullable PDImage mask) {
            if (mask != null) {
                check(mask);
            }
        }

        private static void check(PDImage image) {
            long pixels = (long) image.getWidth() * image.getHeight();
            if (image.getWidth() < 0 || image.getHeight() < 0 || pixels > MOST_PIXELS_INSIDE) {
                throw new Stop(Reason.TOO_COMPLEX);
            }
        }
    }
}
