package vn.lienthong.crypto.internal.pdf;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.crypto.pdf.PagePicture;
import vn.lienthong.crypto.pdf.PagePicture.Reason;
import vn.lienthong.crypto.pdf.PagePicture.Refused;
import vn.lienthong.crypto.pdf.PdfFinding;
import vn.lienthong.crypto.pdf.PdfFinding.Kind;
import vn.lienthong.crypto.pdf.PdfInspectionLimits;

/** Draws at most two pages at once, each on a thread of its own that is given up when its time is over. */
public final class BoundedPageDrawing {

    private static final int AT_ONCE = 2;

    /** Findings that make drawing itself dangerous; active content does nothing in a picture. */
    private static final Set<Kind> DANGEROUS = Set.of(
            Kind.TOO_LARGE,
            Kind.NOT_A_PDF,
            Kind.UNREADABLE,
            Kind.TOO_MANY_PAGES,
            Kind.TOO_MANY_OBJECTS,
            Kind.TOO_DEEP,
            Kind.INFLATED_SIZE,
            Kind.TIME_EXCEEDED,
            Kind.ENCRYPTED);

    static {
        // Otherwise pictures inside a document are unpacked into temporary files.
        ImageIO.setUseCache(false);
    }

    private final PdfInspectionLimits limits;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /** Draws within these limits. */
    public BoundedPageDrawing(PdfInspectionLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Draws a page, or says why not. */
    public PagePicture draw(byte[] pdf, int page, int width, Duration limit) {
        if (pdf.length > limits.maxBytes()) {
            return new Refused(Reason.TOO_LARGE);
        }
        return within(limit, (deadline, end) -> {
            Reason danger = danger(pdf, deadline);
            return danger == null ? drawn(pdf, page, width, end) : new Refused(danger);
        });
    }

    /** What is done in one of the places. */
    interface Work {
        /** Draws; ends by itself at {@code end}, a value of {@link System#nanoTime()}. */
        PagePicture draw(Instant deadline, long end);
    }

    /** Does something on a thread of its own when a place is free; it is given up when the time is over. */
    PagePicture within(Duration limit, Work task) {
        long end = System.nanoTime() + limit.toNanos();
        Instant deadline = clock.instant().plus(limit);
        try {
            if (!places.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return new Refused(Reason.BUSY);
            }
            FutureTask<PagePicture> work = new FutureTask<>(() -> drawAndLeave(task, deadline, end));
            // A platform thread: drawing computes for long, and would hold a carrier of others.
            Thread.ofPlatform().daemon().name("pdf-page").start(work);
            return work.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Refused(Reason.TIME_EXCEEDED);
        } catch (ExecutionException e) {
            return new Refused(Reason.UNREADABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Refused(Reason.BUSY);
        }
    }

    private PagePicture drawAndLeave(Work task, Instant deadline, long end) {
        try {
            return task.draw(deadline, end);
        } finally {
            places.release();
        }
    }

    /** Why a document must not be drawn at all. */
    @Nullable
    Reason danger(byte[] pdf, Instant deadline) {
        for (PdfFinding finding :
                new IntakeInspection(limits, clock, deadline).inspect(pdf).findings()) {
            if (finding.severity() == PdfFinding.Severity.BLOCK && DANGEROUS.contains(finding.kind())) {
                return switch (finding.kind()) {
                    case TOO_LARGE -> Reason.TOO_LARGE;
                    case ENCRYPTED -> Reason.ENCRYPTED;
                    case TIME_EXCEEDED -> Reason.TIME_EXCEEDED;
                    case NOT_A_PDF, UNREADABLE -> Reason.UNREADABLE;
                    default -> Reason.TOO_COMPLEX;
                };
            }
        }
        return null;
    }

    private static PagePicture drawn(byte[] pdf, int page, int width, long end) {
        try (PDDocument document = Loader.loadPDF(
                new RandomAccessReadBuffer(pdf), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (page < 1 || page > pages) {
                return new Refused(Reason.NO_SUCH_PAGE);
            }
            return new BoundedRenderer(document, end).draw(page - 1, width);
        } catch (BoundedRenderer.Stop e) {
            return new Refused(e.reason());
        } catch (InvalidPasswordException e) {
            return new Refused(Reason.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Every parse that throws anything is a refusal; one request for too much memory at once leaves the others
            // alone.
            return new Refused(Reason.UNREADABLE);
        }
    }
}
