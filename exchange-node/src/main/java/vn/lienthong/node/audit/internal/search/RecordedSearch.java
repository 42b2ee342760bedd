package vn.lienthong.node.audit.internal.search;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.audit.search.AuditSearch;
import vn.lienthong.node.audit.search.BoundedCount;
import vn.lienthong.node.audit.search.EventCursor;
import vn.lienthong.node.audit.search.EventDetail;
import vn.lienthong.node.audit.search.EventFilter;
import vn.lienthong.node.audit.search.EventPage;
import vn.lienthong.node.audit.search.FilterField;
import vn.lienthong.node.audit.search.Histogram;

/** Searches of officers: recorded first, then answered. */
@Service
class RecordedSearch implements AuditSearch {

    private final EventQueries queries;
    private final AuditTrail trail;

    RecordedSearch(EventQueries queries, AuditTrail trail) {
        this.queries = queries;
        this.trail = trail;
    }

    @Override
    public EventPage find(EventFilter filter, EventCursor cursor, int size) {
        EventPage page = queries.find(filter, cursor, Math.clamp(size, 1, LARGEST));
        trail.recordNow(search(filter).with("shown", page.events().size()));
        return page;
    }

    private static SecurityEvent search(EventFilter filter) {
        SecurityEvent event = SecurityEvent.of(EventKind.AUDIT_SEARCH)
                .with("from", filter.from())
                .with("until", filter.until());
        for (Map.Entry<FilterField, String> term : filter.terms().entrySet()) {
            String name = "term." + term.getKey().name();
            event = term.getKey() == FilterField.ADDRESS
                    ? event.withPrivate(name, term.getValue())
                    : event.with(name, term.getValue());
        }
        return event;
    }

    @Override
    public BoundedCount count(EventFilter filter) {
        return queries.count(filter);
    }

    @Override
    public Histogram histogram(EventFilter filter, int bars) {
        return queries.histogram(filter, Math.clamp(bars, 1, LARGEST));
    }

    @Override
    public Optional<EventDetail> event(EventId id) {
        Optional<EventDetail> found = queries.detail(id);
        if (found.isPresent()) {
            trail.recordNow(SecurityEvent.of(EventKind.AUDIT_VIEW).on(EventObject.of(EventObject.Kind.EVENT, id)));
        }
        return found;
    }
}
