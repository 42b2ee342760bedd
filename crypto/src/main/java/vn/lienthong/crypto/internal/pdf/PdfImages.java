package vn.lienthong.crypto.internal.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The pages of a PDF document that was found harmless. */
final class PdfImages implements PageImages {

    private final PDDocument document;
    private final BoundedRenderer renderer;

    PdfImages(byte[] pdf, long end) throws IOException {
        this.document =
                Loader.loadPDF(new RandomAccessReadBuffer(pdf), "", null, null, IOUtils.createMemoryOnlyStreamCache());
        this.renderer = new BoundedRenderer(document, end);
    }

    @Override
    public int pages() {
        return document.getNumberOfPages();
    }

    @Override
    public BufferedImage draw(int index, int width) throws IOException {
        return renderer.picture(index, width);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
