package vn.lienthong.node.audit.search;

import java.util.Optional;
import vn.lienthong.node.audit.EventId;

/** From where a page goes on. Stable: events that are recorded meanwhile shift nothing. */
public sealed interface EventCursor {

    /** The newest page. */
    record Newest() implements EventCursor {}

    /**
     * What was recorded before an event.
     *
     * @param event the oldest one of the page before
     */
    record Before(EventId event) implements EventCursor {}

    /**
     * What was recorded after an event.
     *
     * @param event the newest one of the page before
     */
    record After(EventId event) implements EventCursor {}

    /** Reads what {@link #token()} gave; anything else is the newest page. */
    static EventCursor read(String token) {
        if (token.startsWith("b")) {
            return EventId.parse(token.substring(1))
                    .<EventCursor>map(Before::new)
                    .orElseGet(Newest::new);
        }
        Optional<EventCursor> after =
                token.startsWith("a") ? EventId.parse(token.substring(1)).map(After::new) : Optional.empty();
        return after.orElseGet(Newest::new);
    }

    /** As it stands in a link. */
    default String token() {
        return switch (this) {
            case Newest() -> "";
            case Before(EventId event) -> "b" + event;
            case After(EventId event) -> "a" + event;
        };
    }
}
