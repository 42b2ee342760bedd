package vn.lienthong.crypto.internal.pdf;

import com.itextpdf.io.image.ImageDataFactory;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.pdf.MarkedPages;
import vn.lienthong.crypto.pdf.PagePicture;
import vn.lienthong.crypto.pdf.PagePicture.Reason;
import vn.lienthong.crypto.pdf.PagePicture.Refused;
import vn.lienthong.crypto.pdf.PageSource;
import vn.lienthong.crypto.pdf.PdfInspectionLimits;
import vn.lienthong.crypto.pdf.Watermark;

/** Draws pages with their mark; a page without it never leaves this package. */
public final class MarkedDrawing {

    private static final float QUALITY = 0.42f;
    private static final float PRINT_QUALITY = 0.6f;
    private static final int PRINT_WIDTH = 1240;

    private final PdfInspectionLimits limits;
    private final InstantSource clock;
    private final BoundedPageDrawing places;

    /** Draws within these limits. */
    public MarkedDrawing(PdfInspectionLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.places = new BoundedPageDrawing(limits, clock);
    }

    /** Draws a page, or says why not. */
    public PagePicture draw(PageSource form, byte[] content, int page, int width, Watermark mark, Duration limit) {
        if (content.length > limits.maxBytes()) {
            return new Refused(Reason.TOO_LARGE);
        }
        return places.within(limit, (deadline, end) -> page(form, content, page, width, mark, deadline, end));
    }

    private PagePicture page(
            PageSource form, byte[] content, int page, int width, Watermark mark, Instant deadline, long end) {
        Reason danger = danger(form, content, deadline);
        if (danger != null) {
            return new Refused(danger);
        }
        try (PageImages images = open(form, content, end)) {
            if (page < 1 || page > images.pages()) {
                return new Refused(Reason.NO_SUCH_PAGE);
            }
            BufferedImage marked = WatermarkPainter.paint(images.draw(page - 1, width), mark);
            return written(marked, images.pages());
        } catch (BoundedRenderer.Stop e) {
            return new Refused(e.reason());
        } catch (InvalidPasswordException e) {
            return new Refused(Reason.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Every parse that throws anything is a refusal.
            return new Refused(Reason.UNREADABLE);
        }
    }

    private @Nullable Reason danger(PageSource form, byte[] content, Instant deadline) {
        return form == PageSource.PDF ? places.danger(content, deadline) : null;
    }

    private static PageImages open(PageSource form, byte[] content, long end) throws IOException {
        return switch (form) {
            case PDF -> new PdfImages(content, end);
            case PICTURE -> new SinglePicture(content);
            case TEXT -> new TextImages(content);
        };
    }

    private static PagePicture written(BufferedImage picture, int pages) throws IOException {
        boolean letters = PictureWriting.isOfLetters(picture);
        byte[] octets = letters ? PictureWriting.letters(picture) : PictureWriting.jpeg(picture, QUALITY);
        return new PagePicture.Drawn(
                octets, letters ? "image/png" : "image/jpeg", picture.getWidth(), picture.getHeight(), pages);
    }

    /** Writes all pages as a document of pictures; empty when it is complete. */
    public Optional<Reason> copy(PageSource form, byte[] content, Watermark mark, Duration limit, OutputStream out) {
        if (content.length > limits.maxBytes()) {
            return Optional.of(Reason.TOO_LARGE);
        }
        long end = System.nanoTime() + limit.toNanos();
        Reason danger = danger(form, content, clock.instant().plus(limit));
        return danger == null ? copied(form, content, mark, end, out) : Optional.of(danger);
    }

    private static Optional<Reason> copied(
            PageSource form, byte[] content, Watermark mark, long end, OutputStream out) {
        try (PageImages images = open(form, content, end)) {
            if (images.pages() > MarkedPages.MOST_PAGES) {
                return Optional.of(Reason.TOO_COMPLEX);
            }
            // The first page is drawn before anything is written: most refusals come before the first octet.
            byte[] first = printed(images, 0, mark);
            PdfWriter writer = new PdfWriter(out);
            writer.setCloseStream(false);
            try (PdfDocument document = new PdfDocument(writer)) {
                add(document, first);
                for (int page = 1; page < images.pages(); page++) {
                    add(document, printed(images, page, mark));
                }
            }
            return Optional.empty();
        } catch (BoundedRenderer.Stop e) {
            return Optional.of(e.reason());
        } catch (InvalidPasswordException e) {
            return Optional.of(Reason.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Every parse that throws anything is a refusal; whoever reads the copy has gone, or the file is broken.
            return Optional.of(Reason.UNREADABLE);
        }
    }

    private static byte[] printed(PageImages images, int index, Watermark mark) throws IOException {
        return PictureWriting.jpeg(WatermarkPainter.paint(images.draw(index, PRINT_WIDTH), mark), PRINT_QUALITY);
    }

    /** On A4, upright or across as the picture is; its octets leave memory at once. */
    private static void add(PdfDocument document, byte[] jpeg) {
        var picture = ImageDataFactory.create(jpeg);
        boolean across = picture.getWidth() > picture.getHeight();
        PageSize size = across ? PageSize.A4.rotate() : PageSize.A4;
        PdfPage page = document.addNewPage(size);
        float scale = Math.min(size.getWidth() / picture.getWidth(), size.getHeight() / picture.getHeight());
        float width = picture.getWidth() * scale;
        float height = picture.getHeight() * scale;
        new PdfCanvas(page)
                .addImageFittedIntoRectangle(
                        picture,
                        new Rectangle((size.getWidth() - width) / 2, (size.getHeight() - height) / 2, width, height),
                        false);
        page.flush();
    }
}
