package vn.lienthong.node.people.internal;

import java.util.List;

/**
 * Something about rights that somebody should look at.
 *
 * @param grave whether it is dangerous and not only untidy
 * @param key of its text
 * @param href where it can be put right
 * @param arguments of the text
 */
record Finding(boolean grave, String key, String href, List<Object> arguments) {
    Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding grave(String key, String href, Object... arguments) {
        return new Finding(true, key, href, List.of(arguments));
    }

    static Finding untidy(String key, String href, Object... arguments) {
        return new Finding(false, key, href, List.of(arguments));
    }

    /** Whether only those who review rights can open it. */
    public boolean forReviewers() {
        return href.startsWith("/people/reviews") || href.startsWith(BreakGlassReviews.LIST);
    }

    /** How the page marks it. */
    public String mark() {
        return grave ? "failed" : "warning";
    }
}
