package vn.lienthong.node.statement.internal.page;

import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.AccessRefusedException;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Refusal;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.DocumentOnDesk;
import vn.lienthong.node.web.NothingHereException;

/** Who may see and do what on the pages of this module: clerks act, who reads documents sees, for their agencies only. */
@Component
@InNodeRole
class StatementAccess {

    private final AuditTrail trail;
    private final ObjectProvider<DocumentOnDesk> desks;

    StatementAccess(AuditTrail trail, ObjectProvider<DocumentOnDesk> desks) {
        this.trail = trail;
        this.desks = desks;
    }

    /** Where the desk shows the document; empty when it does not. */
    Optional<DocumentOnDesk.Place> place(ParcelId parcel, AgencyCode agency) {
        return desks.orderedStream()
                .flatMap(desk -> desk.find(parcel, agency).stream())
                .findFirst();
    }

    /** The agencies for which the person may look. */
    Set<AgencyCode> reader(Person person) {
        if (!person.readsDocuments()) {
            throw new AccessRefusedException(Refusal.Reason.ROLE_MISSING);
        }
        return person.agencies(Permission.READ_DOCUMENTS);
    }

    /** The agencies for which the person may act. */
    Set<AgencyCode> clerk(Person person) {
        if (!person.is(Role.CLERK)) {
            throw new AccessRefusedException(Refusal.Reason.ROLE_MISSING);
        }
        return person.agencies(Role.CLERK);
    }

    /** Records that somebody looks; before anything is shown. */
    void viewed(ParcelId parcel, AgencyCode agency) {
        trail.recordNow(SecurityEvent.of(EventKind.DOCUMENT_VIEW)
                .on(EventObject.document(parcel))
                .with("agency", agency.value()));
    }

    /** There is no such page for this person. */
    NothingHereException absent(String wanted) {
        trail.recordRefusal(SecurityEvent.blocked(EventKind.DOCUMENT_VIEW, "NOT_AVAILABLE")
                .on(EventObject.of(EventObject.Kind.RESOURCE, wanted)));
        return new NothingHereException();
    }
}
