package vn.lienthong.node.audit.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of events, newest first.
 *
 * @param events what was found
 * @param newer where newer ones are, or null when this page shows the newest
 * @param older where older ones are, or null when there are none
 */
public record EventPage(
        List<FoundEvent> events,
        @Nullable EventCursor newer,
        @Nullable EventCursor older) {

    /** Copies the list. */
    public EventPage {
        events = List.copyOf(events);
    }
}
