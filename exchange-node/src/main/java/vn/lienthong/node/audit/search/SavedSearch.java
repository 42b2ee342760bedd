package vn.lienthong.node.audit.search;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A search that an officer keeps.
 *
 * @param id names it
 * @param owner login of the officer
 * @param name 1 to 100 characters
 * @param shared whether other officers see it
 * @param back how far it looks back from the moment in which it is opened
 * @param terms wanted values
 */
public record SavedSearch(
        UUID id, String owner, String name, boolean shared, Duration back, Map<FilterField, String> terms) {

    private static final int LONGEST = 100;

    /** Copies the terms. */
    public SavedSearch {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new IllegalArgumentException("a saved search has a name of at most " + LONGEST + " characters");
        }
        if (back.toHours() < 1) {
            throw new IllegalArgumentException("a saved search looks back an hour or more");
        }
        terms = Map.copyOf(terms);
    }

    /** The filter as of now. */
    public EventFilter filter(Instant now) {
        return new EventFilter(now.minus(back), now.plusSeconds(1), terms);
    }
}
