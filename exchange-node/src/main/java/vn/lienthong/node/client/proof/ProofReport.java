package vn.lienthong.node.client.proof;

import java.util.List;

/**
 * What a file proves, in plain words and in the order in which it is to be read.
 *
 * @param lines the findings
 * @param pieces how many pieces of evidence were found genuine
 * @param witnessed how many of them stand in a log that enough witnesses have seen
 */
public record ProofReport(List<ProofLine> lines, int pieces, int witnessed) {

    /** Copies the lines. */
    public ProofReport {
        lines = List.copyOf(lines);
    }

    /** How much is proven, all in all. */
    public ProofVerdict verdict() {
        boolean failed = lines.stream().anyMatch(line -> line.kind() == ProofLine.Kind.FAILED);
        if (failed || pieces == 0) {
            return ProofVerdict.NOT_PROVEN;
        }
        return witnessed < pieces ? ProofVerdict.SIGNED_ONLY : ProofVerdict.PROVEN;
    }
}
