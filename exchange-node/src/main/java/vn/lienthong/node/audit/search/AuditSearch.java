package vn.lienthong.node.audit.search;

import java.util.Optional;
import vn.lienthong.node.audit.EventId;

/**
 * Finds events for an officer.
 *
 * <p>Guarantees: events about state secrets above what the signed-in person is cleared for do not exist: not in pages, counts or bars,
 * nor by identifier. Nobody is cleared without being signed in.
 *
 * <p>Guarantees: {@link #find} and {@link #event} are themselves recorded, as the caller's, before they answer; when that is not
 * possible they fail.
 */
public interface AuditSearch {

    /** The largest page. */
    int LARGEST = 200;

    /**
     * A page of events, newest first.
     *
     * @param size 1 to {@link #LARGEST}
     * @throws IllegalArgumentException when a term has a value that its field cannot have
     */
    EventPage find(EventFilter filter, EventCursor cursor, int size);

    /** How many there are, counted up to a bound. */
    BoundedCount count(EventFilter filter);

    /**
     * How they spread over the period.
     *
     * @param bars how many parts, 1 to 200
     */
    Histogram histogram(EventFilter filter, int bars);

    /** One event with everything about it. */
    Optional<EventDetail> event(EventId id);
}
