package vn.lienthong.node.register.internal;

import java.util.List;
import vn.lienthong.core.register.SeriesRule;
import vn.lienthong.node.register.Book;

/**
 * A book as lists show it.
 *
 * @param book itself
 * @param counters its series
 * @param takesEntries whether it takes entries today
 */
record BookOverview(Book book, List<CounterTable.Counter> counters, boolean takesEntries) {

    /** Copies the counters. */
    BookOverview {
        counters = List.copyOf(counters);
    }

    /** How it is marked beside the words for its state. */
    public String mark() {
        return takesEntries ? "done" : "quiet";
    }

    /** The key of the words for its state. */
    public String state() {
        return switch (book.status().state()) {
            case CLOSED -> book.status().askedBy() == null ? "closed" : "asked";
            case REOPENED -> "reopened";
            case OPEN -> takesEntries ? "open" : "over";
        };
    }

    /** Next numbers, one per series. */
    public List<String> next() {
        if (counters.isEmpty()) {
            return List.of(book.policy().series() == SeriesRule.PER_TYPE ? "" : "1");
        }
        return counters.stream()
                .map(counter -> (counter.series() + " " + (counter.last() + 1)).strip())
                .toList();
    }
}
