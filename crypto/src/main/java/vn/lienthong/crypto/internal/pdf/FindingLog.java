package vn.lienthong.crypto.internal.pdf;

import java.io.IOException;
import java.io.Serial;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import vn.lienthong.crypto.pdf.PdfFinding;
import vn.lienthong.crypto.pdf.PdfFinding.Kind;
import vn.lienthong.crypto.pdf.PdfFinding.Severity;
import vn.lienthong.crypto.pdf.PdfInspection;

/** Collects findings and ends an inspection that takes too long or has found enough. */
final class FindingLog {

    private static final int MAX_FINDINGS = 200;

    private final Set<PdfFinding> findings = new LinkedHashSet<>();
    private final InstantSource clock;
    private final Instant deadline;

    FindingLog(InstantSource clock, Instant deadline) {
        this.clock = clock;
        this.deadline = deadline;
    }

    /** Ends the inspection; what was found stands. */
    static final class Stop extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;

        Stop() {
            super("inspection ends");
        }
    }

    void block(Kind kind) {
        block(kind, "");
    }

    void block(Kind kind, String object) {
        add(new PdfFinding(kind, Severity.BLOCK, 0, object));
    }

    void warn(Kind kind, String object) {
        add(new PdfFinding(kind, Severity.WARN, 0, object));
    }

    void add(PdfFinding finding) {
        if (findings.size() < MAX_FINDINGS) {
            findings.add(finding);
        }
    }

    /** Notes a finding after which nothing more may be read. */
    void blockAndStop(Kind kind) throws Stop {
        block(kind);
        throw new Stop();
    }

    void checkDeadline() throws Stop {
        if (!clock.instant().isBefore(deadline)) {
            blockAndStop(Kind.TIME_EXCEEDED);
        }
    }

    PdfInspection result() {
        return new PdfInspection(findings.stream().toList());
    }
}
