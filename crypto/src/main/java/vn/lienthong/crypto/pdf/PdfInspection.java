package vn.lienthong.crypto.pdf;

import java.util.List;

/**
 * What an inspection found.
 *
 * @param findings in the order of discovery, each kind once per place; at most 200
 */
public record PdfInspection(List<PdfFinding> findings) {

    /** Copies the list. */
    public PdfInspection {
        findings = List.copyOf(findings);
    }

    /** Tells whether the document must not be taken in. */
    public boolean isBlocked() {
        return findings.stream().anyMatch(finding -> finding.severity() == PdfFinding.Severity.BLOCK);
    }
}
