package vn.lienthong.node.incoming.internal.record;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.CodeValidity;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Which documents a person may know of: clerks and leaders those of their agencies, officers those that were given to them or
 * to their units. Whatever else somebody asks for is not there, and the question is an event.
 */
@Component
@InNodeRole
public class Reach {

    private final DirectoryView directory;
    private final DocumentRows rows;
    private final JdbcClient database;
    private final AuditTrail trail;
    private final InstantSource clock;

    Reach(DirectoryView directory, DocumentRows rows, JdbcClient database, AuditTrail trail, InstantSource clock) {
        this.directory = directory;
        this.rows = rows;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** All codes of the person's agencies: an agency keeps its documents when it gets a new code. */
    public Set<String> codes(Person person) {
        return codes(person.agencies(Permission.READ_DOCUMENTS));
    }

    /** All codes of the agencies where the person sees whole lists, and not only what was given to them. */
    public Set<String> wholeCodes(Person person) {
        return codes(wholeAgencies(person));
    }

    /** The agencies where the person sees whole lists. */
    public static Set<AgencyCode> wholeAgencies(Person person) {
        Set<AgencyCode> whole = new TreeSet<>(person.agencies(Role.CLERK));
        whole.addAll(person.agencies(Role.LEADER));
        whole.retainAll(person.agencies(Permission.READ_DOCUMENTS));
        return whole;
    }

    /** Returns whether the person holds a role for the agency whose document it is, under whatever code. */
    public boolean holds(Person person, Role role, IncomingDocument document) {
        Set<AgencyCode> places = person.agencies(role);
        return places.contains(document.agency())
                || codes(places).contains(document.agency().value());
    }

    /** All codes of these agencies. */
    public Set<String> codes(Collection<AgencyCode> agencies) {
        Set<String> all = new TreeSet<>();
        for (AgencyCode code : agencies) {
            all.add(code.value());
            directory
                    .current()
                    .agency(code, clock.instant())
                    .ifPresent(entry -> entry.agency().codes().stream()
                            .map(CodeValidity::code)
                            .map(AgencyCode::value)
                            .forEach(all::add));
        }
        return all;
    }

    /** Returns whether the person sees whole lists anywhere, and not only what was given to them. */
    public static boolean seesAll(Person person) {
        return !wholeAgencies(person).isEmpty();
    }

    /** One document that the person may know of. */
    public Optional<IncomingDocument> find(Person person, long id) {
        Optional<IncomingDocument> found = rows.find(codes(person), id)
                .filter(document ->
                        wholeCodes(person).contains(document.agency().value()) || isGiven(person, document));
        if (found.isEmpty()) {
            trail.recordRefusal(SecurityEvent.blocked(EventKind.DOCUMENT_VIEW, "NOT_AVAILABLE")
                    .on(EventObject.of(EventObject.Kind.RESOURCE, "incoming/" + id)));
        }
        return found;
    }

    /** One document that the person may know of, at an agency for which the person holds the role: a role held elsewhere does not count. */
    public Optional<IncomingDocument> findAs(Role role, Person person, long id) {
        return find(person, id).filter(document -> holds(person, role, document));
    }

    private boolean isGiven(Person person, IncomingDocument document) {
        return !database.sql("select t.id from incoming_task t left join incoming_unit_member m"
                        + " on m.unit_id = t.unit_id and m.login = :login"
                        + " where t.document_id = :document and t.state <> 'WITHDRAWN'"
                        + " and (t.login = :login or t.taken_by = :login or m.login is not null) limit 1")
                .param("login", person.login().value())
                .param("document", document.id())
                .query(Long.class)
                .list()
                .isEmpty();
    }
}
