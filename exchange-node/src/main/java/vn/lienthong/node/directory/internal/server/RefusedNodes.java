package vn.lienthong.node.directory.internal.server;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.platform.InDirectoryRole;

/** Records what nodes, and those that would be nodes, were refused. */
@Component
@InDirectoryRole
class RefusedNodes {

    private final AuditTrail trail;

    RefusedNodes(AuditTrail trail) {
        this.trail = trail;
    }

    /** Does the work; a refusal becomes an event and goes on to the caller. */
    <T> T watched(EventKind kind, EventObject object, Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException refused) {
            trail.recordRefusal(
                    SecurityEvent.blocked(kind, refused.code().code()).on(object));
            throw refused;
        }
    }
}
