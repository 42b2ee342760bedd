package vn.lienthong.crypto.internal.pdf;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.lienthong.crypto.pdf.PdfFinding.Kind;
import vn.lienthong.crypto.pdf.PdfInspection;
import vn.lienthong.crypto.pdf.PdfInspectionLimits;

/** One inspection: octets first, then objects, then signatures. */
public final class IntakeInspection {

    private static final long MOST_CACHED = 64L << 20;

    private final PdfInspectionLimits limits;
    private final FindingLog log;

    /** Prepares an inspection that ends at the deadline. */
    public IntakeInspection(PdfInspectionLimits limits, InstantSource clock, Instant deadline) {
        this.limits = limits;
        this.log = new FindingLog(clock, deadline);
    }

    /** Inspects; whatever a parser throws at hostile bytes is itself a finding. */
    public PdfInspection inspect(byte[] pdf) {
        try {
            InflationBudget budget = new InflationBudget(log, limits.maxInflatedBytes());
            new RawScan(pdf, log, budget).run();
            try (PDDocument document = load(pdf)) {
                inspect(pdf, document);
            }
        } catch (FindingLog.Stop e) {
            return log.result();
        } catch (InvalidPasswordException e) {
            log.block(Kind.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Every parse that throws anything is a refusal; deep nesting overflows the stack of the parser.
            log.block(Kind.UNREADABLE);
        }
        return log.result();
    }

    /** In memory alone, and bounded: nothing of a document may become a temporary file. */
    static PDDocument load(byte[] pdf) throws IOException {
        return Loader.loadPDF(
                new RandomAccessReadBuffer(pdf),
                "",
                null,
                null,
                MemoryUsageSetting.setupMainMemoryOnly(MOST_CACHED).streamCache);
    }

    private void inspect(byte[] pdf, PDDocument document) throws IOException {
        if (document.isEncrypted()) {
            log.block(Kind.ENCRYPTED);
        }
        new ObjectWalk(document, limits, log).run();
        new SignedRanges(pdf, document, log).run();
    }
}
