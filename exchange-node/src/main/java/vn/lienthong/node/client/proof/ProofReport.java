package vn.lienthong.node.client.proof;

import java.util.List;

/**
 * What a file proves, in plain words and in the order in which it is to be read.
 *
 * @param lines the findings
 * @param pieces how many pieces of evidence were found genuine
 */
public record ProofReport(List<ProofLine> lines, int pieces) {

    /** Copies the lines. */
    public ProofReport {
        lines = List.copyOf(lines);
    }

    static ProofReport nothing(String vietnamese, String english) {
        return new ProofReport(List.of(ProofLine.failed(vietnamese, english)), 0);
    }

    /** Whether there is evidence and everything that the file claims is proven. */
    public boolean isProven() {
        return pieces > 0 && lines.stream().noneMatch(line -> line.kind() == ProofLine.Kind.FAILED);
    }
}
