package vn.lienthong.crypto.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The paper on which the handling of an incoming document is decided (phiếu giải quyết văn bản đến): one A4 page, three parts, what is
 * known filled in, the rest dotted for the pen.
 *
 * @param superior the agency above; may be empty
 * @param agency whose paper
 * @param facts about the document: label and value
 * @param parts the three parts
 * @param code the square picture that machines read; null for none
 */
public record HandlingSlip(
        String superior, String agency, List<ProofSheet.Fact> facts, List<Part> parts, ProofSheet.@Nullable Code code) {

    /** Copies the lists. */
    public HandlingSlip {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
    }

    /**
     * A part of the paper.
     *
     * @param title whose opinion
     * @param lines label and value; an empty value is dotted
     * @param opinion what was written; empty leaves dotted lines
     */
    public record Part(String title, List<ProofSheet.Fact> lines, String opinion) {
        /** Copies the lines. */
        public Part {
            lines = List.copyOf(lines);
        }
    }
}
