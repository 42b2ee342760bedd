package vn.lienthong.crypto.internal.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
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
    private static final int COLOURS = 256;
    private static final int CUBE = 216;
    private static final int STEP = 51;
    private static final IndexColorModel PALETTE = palette();

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
        BufferedImage picture = renderImage(index, scale, ImageType.RGB);
        return written(picture, document.getNumberOfPages());
    }

    private static PagePicture written(BufferedImage picture, int pages) throws IOException {
        boolean small = picture.getWidth() <= PdfPagePictures.SMALL_WIDTH;
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(small ? "jpeg" : "png").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(octets)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (small) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(SMALL_QUALITY);
            }
            writer.write(null, new IIOImage(small ? picture : fewerColours(picture), null, null), how);
        } finally {
            writer.dispose();
        }
        return new PagePicture.Drawn(
                octets.toByteArray(),
                small ? "image/jpeg" : "image/png",
                picture.getWidth(),
                picture.getHeight(),
                pages);
    }

    /** Letters are black, blue and red: a palette makes a third of the octets. */
    private static BufferedImage fewerColours(BufferedImage picture) {
        BufferedImage indexed =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, PALETTE);
        Graphics2D canvas = indexed.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_DITHERING, RenderingHints.VALUE_DITHER_DISABLE);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        canvas.drawImage(picture, 0, 0, null);
        canvas.dispose();
        return indexed;
    }

    /** Six steps of each colour, true black and white among them, and forty greys for the edges of letters. */
    private static IndexColorModel palette() {
        byte[] red = new byte[COLOURS];
        byte[] green = new byte[COLOURS];
        byte[] blue = new byte[COLOURS];
        for (int i = 0; i < COLOURS; i++) {
            boolean grey = i >= CUBE;
            int shade = (i - CUBE) * 6 + 8;
            red[i] = (byte) (grey ? shade : i / 36 * STEP);
            green[i] = (byte) (grey ? shade : i / 6 % 6 * STEP);
            blue[i] = (byte) (grey ? shade : i % 6 * STEP);
        }
        return new IndexColorModel(8, COLOURS, red, green, blue);
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
