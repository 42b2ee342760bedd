package vn.lienthong.node.incoming.internal.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.internal.record.Delegations;
import vn.lienthong.node.incoming.internal.record.Delegations.Delegation;
import vn.lienthong.node.incoming.internal.record.DocumentLists;
import vn.lienthong.node.incoming.internal.record.DocumentRows;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.record.Task;
import vn.lienthong.node.incoming.internal.record.Tasks;
import vn.lienthong.node.platform.InNodeRole;

/** What waits for the instruction of a person: as the leader before whom it lies, or on that leader's behalf. */
@Component
@InNodeRole
public class Opinions {

    private static final int MOST = 100;

    private final DocumentLists lists;
    private final DocumentRows rows;
    private final Reach reach;
    private final Delegations delegations;
    private final Tasks tasks;

    Opinions(DocumentLists lists, DocumentRows rows, Reach reach, Delegations delegations, Tasks tasks) {
        this.lists = lists;
        this.rows = rows;
        this.reach = reach;
        this.delegations = delegations;
        this.tasks = tasks;
    }

    /** What waits, most urgent first. */
    public List<IncomingDocument> waiting(Person person) {
        String login = person.login().value();
        List<String> leaders = new ArrayList<>();
        if (person.is(Role.LEADER)) {
            leaders.add(login);
        }
        List<Delegation> held = delegations.held(login);
        held.forEach(delegation -> leaders.add(delegation.from().login()));
        return lists.before(leaders, codes(person), MOST).stream()
                .filter(document -> (login.equals(document.submittedTo()) && reach.holds(person, Role.LEADER, document))
                        || covering(person, document).isPresent())
                .toList();
    }

    private Set<String> codes(Person person) {
        return reach.codes(person);
    }

    /** The delegation by which the person acts; empty when acting for oneself or not at all. */
    public Optional<Delegation> covering(Person person, IncomingDocument document) {
        return delegations.covering(person.login().value(), document);
    }

    /** One that waits for this person. */
    public Optional<IncomingDocument> find(Person person, long id) {
        return rows.find(codes(person), id)
                .filter(document -> reach.holds(person, Role.LEADER, document)
                        || covering(person, document).isPresent());
    }

    /** Wishes for a later day that a leader has to answer. */
    public List<Task> asked(Person person) {
        return tasks.asked(reach.codes(person.agencies(Role.LEADER)), MOST);
    }

    /** Whether the person is one before whom documents lie, or acts for such a one. */
    public boolean concerns(Person person) {
        return person.is(Role.LEADER)
                || !delegations.held(person.login().value()).isEmpty();
    }

    /** Keys under which agencies are known, for lists of parts. */
    public Set<String> agencies(Person person) {
        return reach.codes(List.<AgencyCode>copyOf(person.agencies()));
    }
}
