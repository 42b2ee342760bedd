package vn.lienthong.node.integration;

import java.util.List;

/**
 * Something about how programs or people are connected that somebody should see to.
 *
 * @param key of its text
 * @param arguments of the text
 * @param href the page where it is mended
 */
public record ConnectionIssue(String key, List<Object> arguments, String href) {
    /** Copies the arguments. */
    public ConnectionIssue {
        arguments = List.copyOf(arguments);
    }

    /**
     * An issue.
     *
     * @param key of its text
     * @param href the page where it is mended
     * @param arguments of the text
     * @return the issue
     */
    public static ConnectionIssue of(String key, String href, Object... arguments) {
        return new ConnectionIssue(key, List.of(arguments), href);
    }

    /** Finds issues of one kind; modules implement it as beans. Must answer soon. */
    @FunctionalInterface
    public interface Finder {
        /**
         * What is to be seen to now.
         *
         * @return the most pressing first, at most 100
         */
        List<ConnectionIssue> find();
    }
}
