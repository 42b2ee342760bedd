package vn.lienthong.node.audit.retention;

import vn.lienthong.node.audit.RetentionClass;

/**
 * How long the private parts of a class of events are kept. Entries of the log are kept for ever.
 *
 * @param about which events
 * @param months 1 to 240
 */
public record RetentionPolicy(RetentionClass about, int months) {

    /** What holds until somebody decides otherwise. */
    public static final int USUAL_MONTHS = 24;

    private static final int LONGEST = 240;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when the period is not 1 to 240 months
     */
    public RetentionPolicy {
        if (months < 1 || months > LONGEST) {
            throw new IllegalArgumentException("a period is 1 to " + LONGEST + " months");
        }
    }
}
