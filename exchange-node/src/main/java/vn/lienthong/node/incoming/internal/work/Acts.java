package vn.lienthong.node.incoming.internal.work;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;
import vn.lienthong.node.incoming.IncomingAct;
import vn.lienthong.node.incoming.IncomingState;
import vn.lienthong.node.incoming.internal.record.DocumentRows;
import vn.lienthong.node.incoming.internal.record.IncomingDocument;
import vn.lienthong.node.incoming.internal.record.Reach;
import vn.lienthong.node.incoming.internal.record.Steps;
import vn.lienthong.node.incoming.internal.record.Steps.Doer;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Runs acts: each in one transaction with its history and its event.
 *
 * <p>Guarantees: whoever saw an older version than the present one changes nothing and learns what was done meanwhile.
 */
@Component
@InNodeRole
class Acts {

    /** An act is written and not committed: after a crash here nothing of it may be there. */
    private static final String WRITTEN = "incoming.act-written";

    /** An act is committed and nobody has been answered: after a crash here all of it must be there, once. */
    private static final String COMMITTED = "incoming.act-committed";

    private static final int ATTEMPTS = 4;

    /** What only a clerk of the agency does whose document it is; the rest is decided where the act is. */
    private static final Set<IncomingAct> OF_CLERKS = EnumSet.of(
            IncomingAct.ACCEPT,
            IncomingAct.REFUSE,
            IncomingAct.REGISTER,
            IncomingAct.SUBMIT,
            IncomingAct.UNFILE,
            IncomingAct.ATTACH,
            IncomingAct.DETACH);

    private final DocumentRows rows;
    private final Steps steps;
    private final Reach reach;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final CrashPoints crashPoints;

    Acts(
            DocumentRows rows,
            Steps steps,
            Reach reach,
            AuditTrail trail,
            TransactionTemplate transactions,
            InstantSource clock,
            CrashPoints crashPoints) {
        this.rows = rows;
        this.steps = steps;
        this.reach = reach;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.crashPoints = crashPoints;
    }

    /** Somebody acting, for oneself. */
    static Doer doer(Person person) {
        return new Doer(person.login().value(), person.displayName(), null);
    }

    /** The document as it stands now, when the person may know of it. */
    Optional<IncomingDocument> find(Person person, long id) {
        return reach.find(person, id);
    }

    /** Whether the person holds a role for the agency whose document it is. */
    boolean holds(Person person, Role role, IncomingDocument document) {
        return reach.holds(person, role, document);
    }

    /** Runs the work in one transaction, again when the database broke it off; only what is {@code Done} is kept. */
    Outcome run(Supplier<Outcome> work) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return once(work);
            } catch (PessimisticLockingFailureException | UnexpectedRollbackException e) {
                // Deadlock or lock wait: everything was undone, so the same work may simply be done again.
                Thread.onSpinWait();
            }
        }
        return once(work);
    }

    private Outcome once(Supplier<Outcome> work) {
        Outcome answer = Objects.requireNonNull(transactions.execute(status -> {
            Outcome outcome = work.get();
            if (outcome instanceof Outcome.Done) {
                crashPoints.reach(WRITTEN);
            } else {
                status.setRollbackOnly();
            }
            return outcome;
        }));
        if (answer instanceof Outcome.Done) {
            crashPoints.reach(COMMITTED);
        }
        return answer;
    }

    /** Goes on with the locked document when it has the version that the person saw and allows the act. */
    Outcome with(Person person, long id, int version, IncomingAct act, Function<IncomingDocument, Outcome> work) {
        Optional<IncomingDocument> locked = rows.lock(reach.codes(person), id);
        if (locked.isEmpty()) {
            return new Outcome.Absent();
        }
        IncomingDocument document = locked.get();
        if (OF_CLERKS.contains(act) && !reach.holds(person, Role.CLERK, document)) {
            return new Outcome.Absent();
        }
        boolean fits = document.version() == version && document.state().allows(act);
        return fits ? work.apply(document) : overtaken(document);
    }

    /** Says who was faster. */
    Outcome overtaken(IncomingDocument document) {
        return new Outcome.Overtaken(document, steps.last(document.id()));
    }

    /** Moves the locked document, writes history and event, and returns it as it stands then. */
    IncomingDocument move(IncomingDocument document, Doer doer, IncomingAct act, String words) {
        IncomingState next = document.state()
                .after(act)
                .orElseThrow(() -> new IllegalStateException("cannot " + act + " what is " + document.state()));
        return move(document, doer, act, next, words);
    }

    /** The same into a state that the act alone does not tell. */
    IncomingDocument move(IncomingDocument document, Doer doer, IncomingAct act, IncomingState next, String words) {
        rows.move(document, next, Timestamps.millis(clock.instant()));
        steps.write(document.id(), doer, act, next, words);
        trail.record(event(document, act)
                .with("act", act.name())
                .with("state", next.name())
                .with("agency", document.agency().value()));
        return again(document);
    }

    /** Writes the beginning of the history of a paper. */
    void begin(long id, Person clerk, IncomingState state) {
        steps.write(id, doer(clerk), IncomingAct.ARRIVE, state, "");
    }

    /** Writes words into the history without a change of state, with the event. */
    void note(IncomingDocument document, Doer doer, IncomingAct act, String words) {
        steps.write(document.id(), doer, act, document.state(), words);
        trail.record(event(document, act).with("act", act.name()).withPrivate("words", words));
    }

    /** The document as it stands in this transaction. */
    IncomingDocument again(IncomingDocument document) {
        return rows.lock(Set.of(document.agency().value()), document.id()).orElseThrow();
    }

    private static SecurityEvent event(IncomingDocument document, IncomingAct act) {
        return SecurityEvent.of(kind(act)).on(object(document));
    }

    /** The document as events name it: by its parcel, papers by their record. */
    static EventObject object(IncomingDocument document) {
        var parcel = document.origin().parcelId();
        EventObject object =
                parcel == null ? EventObject.document("incoming-" + document.id()) : EventObject.document(parcel);
        return object.ofSecrecy(
                switch (document.facts().secrecy()) {
                    case ORDINARY -> 0;
                    case CONFIDENTIAL -> 1;
                    case SECRET -> 2;
                    case TOP_SECRET -> 3;
                });
    }

    private static EventKind kind(IncomingAct act) {
        return switch (act) {
            case ACCEPT -> EventKind.DOCUMENT_ACCEPT;
            case REFUSE -> EventKind.DOCUMENT_REFUSE;
            case REGISTER -> EventKind.DOCUMENT_REGISTER;
            case SUBMIT, ASSIGN, RETURN -> EventKind.DOCUMENT_ASSIGN;
            case REPORT -> EventKind.DOCUMENT_ABNORMAL;
            case ARRIVE, HAND_OVER, START, COMPLETE, FILE, UNFILE, ATTACH, DETACH, NOTE, RECALL ->
                EventKind.DOCUMENT_HANDLE;
        };
    }
}
