package vn.lienthong.node.audit.alert;

import java.time.Duration;

/**
 * How a template is set here.
 *
 * @param template what is watched for
 * @param enabled whether it is on
 * @param threshold from how many on it rings, 1 to 10 000
 * @param window in which time, a minute to a day
 */
public record AlertRule(RuleTemplate template, boolean enabled, int threshold, Duration window) {

    private static final int HIGHEST = 10_000;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException when threshold or window lie outside of them
     */
    public AlertRule {
        if (threshold < 1 || threshold > HIGHEST) {
            throw new IllegalArgumentException("a threshold is 1 to " + HIGHEST);
        }
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a window is a minute to a day");
        }
    }

    /** As it comes. */
    public static AlertRule usual(RuleTemplate template) {
        return new AlertRule(template, true, template.threshold(), template.window());
    }
}
