package vn.lienthong.crypto.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import vn.lienthong.crypto.internal.pdf.IntakeInspection;
import vn.lienthong.crypto.pdf.PdfFinding.Kind;
import vn.lienthong.crypto.pdf.PdfFinding.Severity;

/**
 * Looks at a PDF document before anyone opens it: structure, active content, hidden content, signed ranges.
 *
 * <p>Guarantees: hostile documents give findings and no exception; streams are inflated only to be counted, never kept;
 * names of embedded files are never used.
 *
 * <p>Does not guarantee: that signatures are valid, see {@link PdfValidator}; that a document without findings is harmless
 * in every reader.
 *
 * <p>Memory: the file, its parsed objects, and a further copy of the signed part when something follows it.
 */
public final class PdfInspector {

    private final PdfInspectionLimits limits;
    private final InstantSource clock;

    /** Makes an inspector; it may be used by several threads. */
    public PdfInspector(PdfInspectionLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Inspects a document in memory.
     *
     * @param deadline when to stop; what was found until then is reported, with {@link Kind#TIME_EXCEEDED}
     */
    public PdfInspection inspect(byte[] pdf, Instant deadline) {
        if (pdf.length > limits.maxBytes()) {
            return tooLarge();
        }
        return new IntakeInspection(limits, clock, deadline).inspect(pdf);
    }

    /**
     * Inspects a file.
     *
     * @param deadline when to stop; what was found until then is reported, with {@link Kind#TIME_EXCEEDED}
     * @throws IOException when the file cannot be read from the disk
     */
    public PdfInspection inspect(Path pdf, Instant deadline) throws IOException {
        if (Files.size(pdf) > limits.maxBytes()) {
            return tooLarge();
        }
        return inspect(Files.readAllBytes(pdf), deadline);
    }

    private static PdfInspection tooLarge() {
        return new PdfInspection(List.of(new PdfFinding(Kind.TOO_LARGE, Severity.BLOCK, 0, "")));
    }
}
