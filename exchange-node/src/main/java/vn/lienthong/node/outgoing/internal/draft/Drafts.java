package vn.lienthong.node.outgoing.internal.draft;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.AccessRefusedException;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Refusal;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NothingHereException;

/**
 * Outgoing documents of the agencies of a person. What belongs to others is as absent as what there is not; asking for it is an
 * event.
 */
@InNodeRole
@Service
public class Drafts {

    private static final String ORDINARY = "ORDINARY";

    private final OutgoingRows rows;
    private final History history;
    private final AuditTrail trail;
    private final InstantSource clock;

    Drafts(OutgoingRows rows, History history, AuditTrail trail, InstantSource clock) {
        this.rows = rows;
        this.history = history;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A document that the person may read.
     *
     * @throws NothingHereException when there is none
     */
    public Outgoing read(Person person, OutgoingId id) {
        Optional<Outgoing> found =
                rows.find(id).filter(document -> person.may(Permission.READ_DOCUMENTS, document.agency()));
        if (found.isEmpty()) {
            trail.recordRefusal(SecurityEvent.blocked(EventKind.DOCUMENT_VIEW, "NOT_AVAILABLE")
                    .on(EventObject.of(EventObject.Kind.RESOURCE, "outgoing/" + id)));
        }
        return found.orElseThrow(NothingHereException::new);
    }

    /**
     * A document that the person may change and send.
     *
     * @throws NothingHereException when there is none for this person
     */
    public Outgoing edit(Person person, OutgoingId id) {
        if (!person.may(Permission.SEND_DOCUMENTS)) {
            throw new AccessRefusedException(Refusal.Reason.ROLE_MISSING);
        }
        Outgoing document = read(person, id);
        if (!person.may(Permission.SEND_DOCUMENTS, document.agency())) {
            throw new AccessRefusedException(Refusal.Reason.ROLE_MISSING);
        }
        return document;
    }

    /** Begins a document of an agency of the clerk. */
    @Transactional
    public OutgoingId begin(Person clerk, AgencyCode agency, Typed typed) {
        if (!clerk.may(Permission.SEND_DOCUMENTS, agency)) {
            throw new AccessRefusedException(Refusal.Reason.FOREIGN_AGENCY);
        }
        OutgoingId id = rows.insert(agency, typed, clerk.login().value(), clock.instant());
        history.note(id, clerk.login().value(), History.Deed.BEGUN, "");
        trail.record(SecurityEvent.of(EventKind.DOCUMENT_DRAFT).on(object(id)).with("agency", agency));
        return id;
    }

    /** Keeps what was typed upon the version that the person saw. */
    @Transactional
    public SaveAnswer save(Person clerk, OutgoingId id, long version, Typed typed) {
        Outgoing seen = edit(clerk, id);
        String secrecy = typed.get(Field.SECRECY);
        if (!secrecy.isEmpty() && !secrecy.equals(ORDINARY)) {
            return new SaveAnswer.Secret();
        }
        if (!seen.state().isOpen()) {
            return new SaveAnswer.Closed(seen);
        }
        if (seen.version() == version && seen.typed().equals(typed)) {
            return new SaveAnswer.Saved(seen);
        }
        return change(clerk, id, version, document -> with(document, typed));
    }

    private static Outgoing with(Outgoing document, Typed typed) {
        return new Outgoing(
                document.id(),
                document.agency(),
                document.state(),
                document.version(),
                typed,
                document.number(),
                document.notation(),
                document.issuedOn(),
                document.recipients(),
                document.changes(),
                document.release());
    }

    /**
     * Changes an open document in the transaction of the caller, upon the version that was seen.
     *
     * @param change must keep identity and version
     */
    @Transactional
    public SaveAnswer change(Person clerk, OutgoingId id, long version, UnaryOperator<Outgoing> change) {
        Outgoing now = rows.lock(id).orElseThrow(NothingHereException::new);
        if (!now.state().isOpen()) {
            return new SaveAnswer.Closed(now);
        }
        // Two windows of one person are no two persons: the later one holds what this person saw last.
        boolean ownChange = now.changes().changedBy().equals(clerk.login().value());
        if ((now.version() != version && !ownChange)
                || !rows.update(change.apply(now), clerk.login().value(), clock.instant())) {
            return new SaveAnswer.Outdated(now);
        }
        return new SaveAnswer.Saved(rows.find(id).orElseThrow(NothingHereException::new));
    }

    /** Removes an open document; false when it has its number already. Its files are let go by the sweep. */
    @Transactional
    public boolean discard(Person clerk, OutgoingId id) {
        Outgoing document = rows.lock(edit(clerk, id).id()).orElseThrow(NothingHereException::new);
        if (!document.state().isOpen()) {
            return false;
        }
        rows.delete(id);
        trail.record(SecurityEvent.of(EventKind.DOCUMENT_DISCARD).on(object(id)));
        return true;
    }

    /** How the log names a document that has no parcel yet. */
    public static EventObject object(OutgoingId id) {
        return EventObject.of(EventObject.Kind.RESOURCE, "outgoing/" + id);
    }
}
