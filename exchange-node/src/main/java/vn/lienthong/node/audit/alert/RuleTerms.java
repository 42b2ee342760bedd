package vn.lienthong.node.audit.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.lienthong.node.audit.Severity;
import vn.lienthong.node.audit.search.FilterField;

/**
 * What a rule that an officer made watches.
 *
 * @param kind what makes it ring
 * @param name 1 to 100 characters
 * @param terms which events it is about; unused where it is not about events
 * @param agencies codes of the agencies that are watched, for {@link Kind#AGENCY_SILENT}, at most 100
 * @param threshold how many events make it ring, 1 to 10 000, for {@link Kind#MANY}
 * @param window in which time, or after how much silence: a minute to 31 days
 * @param workingTime whether silence is counted in working time only
 * @param severity how much an alert of it matters
 * @param owner login of the officer who is to take care
 * @param enabled whether it is on
 */
public record RuleTerms(
        Kind kind,
        String name,
        Map<FilterField, String> terms,
        List<String> agencies,
        int threshold,
        Duration window,
        boolean workingTime,
        Severity severity,
        String owner,
        boolean enabled) {

    /** The highest threshold. */
    public static final int HIGHEST = 10_000;
    /** The longest window, in minutes. */
    public static final int LONGEST = 31 * 24 * 60;

    private static final int LONGEST_NAME = 100;
    private static final int MOST_AGENCIES = 100;

    /** What makes a rule ring. */
    public enum Kind {
        /** Many events of a search within the window. */
        MANY,
        /** No event of a search for as long as the window. */
        NONE,
        /** Neither document nor status from an agency for as long as the window. */
        AGENCY_SILENT,
        /** Events wait for the collector for as long as the window. */
        NOT_SHIPPED
    }

    /**
     * Copies and checks the bounds.
     *
     * @throws IllegalArgumentException when something lies outside of them
     */
    public RuleTerms {
        terms = Map.copyOf(terms);
        agencies = List.copyOf(agencies);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a rule has a name of at most " + LONGEST_NAME + " characters");
        }
        if (threshold < 1 || threshold > HIGHEST) {
            throw new IllegalArgumentException("a threshold is 1 to " + HIGHEST);
        }
        if (window.toMinutes() < 1 || window.toMinutes() > LONGEST) {
            throw new IllegalArgumentException("a window is a minute to 31 days");
        }
        if (agencies.size() > MOST_AGENCIES || (kind == Kind.AGENCY_SILENT && agencies.isEmpty())) {
            throw new IllegalArgumentException("1 to " + MOST_AGENCIES + " agencies are watched");
        }
    }
}
