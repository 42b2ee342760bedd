package vn.lienthong.node.outgoing.internal.draft;

import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.outgoing.internal.draft.History.Deed;
import vn.lienthong.node.platform.InNodeRole;

/** Writes what was done to a document into its history and into the security log, in the transaction of the caller. */
@InNodeRole
@Component
public class Journal {

    private final History history;
    private final AuditTrail trail;

    Journal(History history, AuditTrail trail) {
        this.history = history;
        this.trail = trail;
    }

    /** Writes both. */
    public void note(OutgoingId id, String login, Deed deed, String detail, SecurityEvent event) {
        history.note(id, login, deed, detail);
        trail.record(event.on(Drafts.object(id)));
    }
}
