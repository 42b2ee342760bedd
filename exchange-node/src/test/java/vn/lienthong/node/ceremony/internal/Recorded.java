package vn.lienthong.node.ceremony.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventId;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;

/** Remembers which events were recorded. */
final class Recorded implements AuditTrail {

    private final List<EventKind> heard = new ArrayList<>();

    synchronized List<EventKind> heard() {
        return List.copyOf(heard);
    }

    @Override
    public synchronized EventId record(SecurityEvent event) {
        heard.add(event.kind());
        return new EventId(new UUID(7L << 12, heard.size()));
    }

    @Override
    public EventId recordNow(SecurityEvent event) {
        return record(event);
    }

    @Override
    public void recordRefusal(SecurityEvent event) {
        EventId _ = record(event);
    }
}
