package vn.lienthong.node.audit.internal.search;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import vn.lienthong.core.document.Secrecy;
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
import vn.lienthong.node.audit.search.FoundEvent;
import vn.lienthong.node.audit.search.Histogram;

/** Searches of officers: recorded first, then answered. */
@Service
class RecordedSearch implements AuditSearch {

    private final EventQueries queries;
    private final Sight sight;
    private final AuditTrail trail;

    RecordedSearch(EventQueries queries, Sight sight, AuditTrail trail) {
        this.queries = queries;
        this.sight = sight;
        this.trail = trail;
    }

    @Override
    public EventPage find(EventFilter filter, EventCursor cursor, int size) {
        EventPage page = queries.find(filter, sight.here(), cursor, Math.clamp(size, 1, LARGEST));
        SecurityEvent event = search(filter).with("shown", page.events().size());
        Secrecy shown = page.events().stream()
                .map(FoundEvent::level)
                .max(Comparator.naturalOrder())
                .orElse(Secrecy.ORDINARY);
        // What a cleared officer found would tell others that it is there.
        trail.recordNow(
                shown.isStateSecret()
                        ? event.on(
                                EventObject.of(EventObject.Kind.LOG, "events").speakingOf(shown))
                        : event);
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
        return queries.count(filter, sight.here());
    }

    @Override
    public Histogram histogram(EventFilter filter, int bars) {
        return queries.histogram(filter, sight.here(), Math.clamp(bars, 1, LARGEST));
    }

    @Override
    public Optional<EventDetail> event(EventId id) {
        Secrecy up = sight.here();
        Optional<EventDetail> found =
                queries.detail(id).filter(detail -> up.covers(detail.event().level()));
        found.ifPresent(detail -> trail.recordNow(
                SecurityEvent.of(EventKind.AUDIT_VIEW).on(detail.event().asObject())));
        return found;
    }
}
