package vn.lienthong.node.incoming.internal.work;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.IncomingAct;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.record.Delegations;
import vn.lienthong.node.incoming.internal.record.DocumentRows;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.IncomingDocument.Folder;
import vn.lienthong.node.incoming.internal.record.Party;
import vn.lienthong.node.incoming.internal.record.Steps.Doer;
import vn.lienthong.node.incoming.internal.record.Task;
import vn.lienthong.node.incoming.internal.record.Tasks;
import vn.lienthong.node.platform.InNodeRole;

/** Submitting documents to leaders, instructing, and giving documents to those who handle them. */
@Component
@InNodeRole
public class Routing {

    private final Acts acts;
    private final DocumentRows rows;
    private final Tasks tasks;
    private final Delegations delegations;
    private final Registration registration;
    private final Telling telling;
    private final InstantSource clock;

    Routing(
            Acts acts,
            DocumentRows rows,
            Tasks tasks,
            Delegations delegations,
            Registration registration,
            Telling telling,
            InstantSource clock) {
        this.acts = acts;
        this.rows = rows;
        this.tasks = tasks;
        this.delegations = delegations;
        this.registration = registration;
        this.telling = telling;
        this.clock = clock;
    }

    /** Lays a document before a leader. */
    public Outcome submit(Person clerk, long id, int version, Party leader, String words, @Nullable LocalDate dueOn) {
        return acts.run(() -> acts.with(clerk, id, version, IncomingAct.SUBMIT, locked -> {
            rows.submitted(locked, leader.login(), dueOn);
            return new Outcome.Done(
                    acts.move(locked, Acts.doer(clerk), IncomingAct.SUBMIT, joined(leader.name(), words)));
        }));
    }

    /** Gives a document to those who handle it: by the leader before whom it lies, somebody acting for that leader, or the clerk. */
    public Outcome assign(Person person, long id, int version, AssignOrder order) {
        return acts.run(() -> acts.with(
                person,
                id,
                version,
                IncomingAct.ASSIGN,
                locked -> doer(person, locked)
                        .map(doer -> assign(person, locked, doer, order))
                        .orElseGet(Outcome.Absent::new)));
    }

    private Outcome assign(Person person, IncomingDocument locked, Doer doer, AssignOrder order) {
        Instant now = Timestamps.millis(clock.instant());
        Task.Order given = new Task.Order(person.login().value(), now, order.words(), order.dueOn());
        int withdrawn = tasks.withdraw(locked.id());
        tasks.give(locked, order.lead(), Task.Part.LEAD, given);
        order.support().forEach(party -> tasks.give(locked, party, Task.Part.SUPPORT, given));
        order.inform().forEach(party -> tasks.give(locked, party, Task.Part.INFORM, given));
        rows.due(locked, order.dueOn());
        String receivers = names(order);
        registration.moved(locked, receivers, person.login());
        registration.followedUp(person, locked, order.dueOn(), "", "");
        IncomingDocument assigned =
                acts.move(acts.again(locked), doer, IncomingAct.ASSIGN, joined(receivers, order.words()));
        if (withdrawn == 0) {
            telling.assigned(assigned);
        }
        return new Outcome.Done(assigned);
    }

    private static String names(AssignOrder order) {
        List<Party> all = new ArrayList<>(List.of(order.lead()));
        all.addAll(order.support());
        return Stream.concat(all.stream(), order.inform().stream())
                .map(Party::name)
                .collect(Collectors.joining("; "));
    }

    /** The leader gives a document back to the clerk; the sender learns nothing of it. */
    public Outcome giveBack(Person leader, long id, int version, String words) {
        return byLeader(leader, id, version, IncomingAct.RETURN, words);
    }

    /** Nothing is to be done: it goes into its file. */
    public Outcome file(Person person, long id, int version, String words) {
        return acts.run(() -> acts.with(
                person,
                id,
                version,
                IncomingAct.FILE,
                locked -> doer(person, locked)
                        .<Outcome>map(doer -> {
                            Folder known = locked.folder();
                            rows.filed(locked, new Folder(known.code(), known.title(), locked.state()));
                            return new Outcome.Done(acts.move(acts.again(locked), doer, IncomingAct.FILE, words));
                        })
                        .orElseGet(Outcome.Absent::new)));
    }

    private Outcome byLeader(Person person, long id, int version, IncomingAct act, String words) {
        return acts.run(() -> acts.with(
                person,
                id,
                version,
                act,
                locked -> doer(person, locked)
                        .<Outcome>map(doer -> new Outcome.Done(acts.move(locked, doer, act, words)))
                        .orElseGet(Outcome.Absent::new)));
    }

    /** As whom a person may decide about the document; empty when not at all. */
    public Optional<Doer> doer(Person person, IncomingDocument document) {
        String login = person.login().value();
        boolean before = document.state() == IncomingState.SUBMITTED;
        if (!before && acts.holds(person, Role.CLERK, document)) {
            return Optional.of(Acts.doer(person));
        }
        if ((!before || login.equals(document.submittedTo())) && acts.holds(person, Role.LEADER, document)) {
            return Optional.of(Acts.doer(person));
        }
        return delegations
                .covering(login, document)
                .map(delegation ->
                        new Doer(login, person.displayName(), delegation.from().name()));
    }

    private static String joined(String first, String rest) {
        return rest.isEmpty() ? first : first + " – " + rest;
    }
}
