package vn.lienthong.node.register;

/**
 * What is known for a handling slip; empty where the pen is to write.
 *
 * @param opinion of the head of the agency
 * @param lead who handles it
 * @param support who takes part
 * @param due until when
 * @param decidedOn day of the opinion
 * @param unitOpinion of the head of the unit
 * @param proposal of the officer who handles it
 */
public record HandlingWords(
        String opinion,
        String lead,
        String support,
        String due,
        String decidedOn,
        String unitOpinion,
        String proposal) {
    /** Everything for the pen. */
    public static final HandlingWords BLANK = new HandlingWords("", "", "", "", "", "", "");
}
