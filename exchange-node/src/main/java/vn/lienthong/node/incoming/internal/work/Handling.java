package vn.lienthong.node.incoming.internal.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.IncomingAct;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.record.DocumentRows;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.record.Task;
import vn.lienthong.node.incoming.internal.record.Tasks;
import vn.lienthong.node.incoming.internal.record.Units;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.DateText;

/** What those do to whom documents were given. */
@Component
@InNodeRole
public class Handling {

    private final Acts acts;
    private final Tasks tasks;
    private final Units units;
    private final DocumentRows rows;
    private final Reach reach;
    private final Telling telling;
    private final Registration registration;

    Handling(
            Acts acts,
            Tasks tasks,
            Units units,
            DocumentRows rows,
            Reach reach,
            Telling telling,
            Registration registration) {
        this.acts = acts;
        this.tasks = tasks;
        this.units = units;
        this.rows = rows;
        this.reach = reach;
        this.telling = telling;
        this.registration = registration;
    }

    /** Returns whether a part is the person's to work on. */
    public boolean isMine(Person person, Task task) {
        String login = person.login().value();
        boolean given = task.party().login().equals(login)
                || units.worksIn(login).contains(task.party().unit());
        return login.equals(task.takenBy()) || (given && task.takenBy() == null);
    }

    /** Takes a part on; when the lead does, the sender learns that the document is being handled (05). */
    public Outcome take(Person person, long task, int version) {
        return mine(person, task, version, (part, document) -> {
            tasks.take(part, person.login().value());
            if (part.part() == Task.Part.LEAD && document.state() == IncomingState.ASSIGNED) {
                IncomingDocument started = acts.move(document, Acts.doer(person), IncomingAct.START, "");
                telling.started(started);
                return new Outcome.Done(started);
            }
            return new Outcome.Done(document);
        });
    }

    /** Says how far it is. */
    public Outcome progress(Person person, long task, int version, String words) {
        return mine(person, task, version, (part, document) -> {
            tasks.progress(part, words);
            return noted(person, document, words);
        });
    }

    /** Asks the leader for a later day. */
    public Outcome ask(Person person, long task, int version, LocalDate until, String why) {
        return mine(person, task, version, (part, document) -> {
            tasks.ask(part, new Task.Asked(until, why));
            return noted(person, document, why);
        });
    }

    /** It is done; when the lead is, the document is, and the sender learns of it (06). */
    public Outcome complete(Person person, long task, int version, String result, String reply) {
        return mine(person, task, version, (part, document) -> {
            tasks.done(part, result, reply, registration.now());
            if (part.part() != Task.Part.LEAD || !document.state().allows(IncomingAct.COMPLETE)) {
                return noted(person, document, result);
            }
            String words = reply.isEmpty() ? result : result + " (" + reply + ")";
            IncomingDocument completed = acts.move(document, Acts.doer(person), IncomingAct.COMPLETE, words);
            telling.completed(completed);
            registration.followedUp(
                    person,
                    completed,
                    completed.times().dueOn(),
                    "Hoàn thành " + DateText.write(registration.today()) + (result.isEmpty() ? "" : ": " + result),
                    reply);
            return new Outcome.Done(completed);
        });
    }

    private Outcome noted(Person person, IncomingDocument document, String words) {
        acts.note(document, Acts.doer(person), IncomingAct.NOTE, words);
        return new Outcome.Done(document);
    }

    /** A leader grants the later day or not. */
    public Outcome answer(Person leader, long task, int version, boolean granted) {
        if (!leader.is(Role.LEADER)) {
            return new Outcome.Absent();
        }
        Set<String> codes = reach.codes(leader.agencies(Role.LEADER));
        return acts.run(() -> with(codes, task, (part, document) -> {
            Task.Asked asked = part.asked();
            if (asked == null || part.version() != version) {
                return acts.overtaken(document);
            }
            if (granted) {
                tasks.grant(part, asked.until());
            } else {
                tasks.ask(part, null);
            }
            if (granted && part.part() == Task.Part.LEAD) {
                rows.due(document, asked.until());
                registration.followedUp(leader, document, asked.until(), "", "");
            }
            return noted(leader, document, asked.until().toString());
        }));
    }

    private Outcome mine(Person person, long id, int version, BiFunction<Task, IncomingDocument, Outcome> work) {
        return acts.run(() -> with(reach.codes(person), id, (part, document) -> {
            if (!isMine(person, part)) {
                return new Outcome.Absent();
            }
            return part.version() == version && part.isOpen() ? work.apply(part, document) : acts.overtaken(document);
        }));
    }

    /** Locks the document first, then the part, as everybody does. */
    private Outcome with(Set<String> codes, long id, BiFunction<Task, IncomingDocument, Outcome> work) {
        Optional<IncomingDocument> document = tasks.find(id).flatMap(task -> rows.lock(codes, task.document()));
        if (document.isEmpty()) {
            return new Outcome.Absent();
        }
        return tasks.lock(id).map(task -> work.apply(task, document.get())).orElseGet(Outcome.Absent::new);
    }

    /** The open parts of a person. */
    public List<Task> open(Person person, int limit) {
        String login = person.login().value();
        return tasks.mine(login, units.worksIn(login), limit);
    }
}
