package vn.lienthong.node.identity.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.identity.AccountEvent;
import vn.lienthong.node.identity.AccountEvents;
import vn.lienthong.node.identity.ClearanceAdministration;
import vn.lienthong.node.identity.ClearanceFacts;
import vn.lienthong.node.identity.ClearanceFacts.State;
import vn.lienthong.node.identity.ClearanceListener;
import vn.lienthong.node.identity.ClearanceStep;
import vn.lienthong.node.identity.Clearances;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Role;

/** Clearances in the database. */
@Service
class StoredClearances implements Clearances, ClearanceAdministration {
    private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LONGEST_YEARS = 5;

    private final ClearanceTable table;
    private final AccountStore accounts;
    private final AccountEvents events;
    private final ObjectProvider<ClearanceListener> listeners;
    private final InstantSource clock;

    StoredClearances(
            ClearanceTable table,
            AccountStore accounts,
            AccountEvents events,
            ObjectProvider<ClearanceListener> listeners,
            InstantSource clock) {
        this.table = table;
        this.accounts = accounts;
        this.events = events;
        this.listeners = listeners;
        this.clock = clock;
    }

    @Override
    public Optional<Secrecy> level(LoginName login, AgencyCode agency) {
        return table.level(login, agency, today()).filter(_ -> handles(login, agency));
    }

    @Override
    public Secrecy ofEvents(LoginName login) {
        return person(login).stream()
                .flatMap(person -> table.agencies(login).stream()
                        .filter(agency -> person.may(Permission.READ_EVENTS, agency))
                        .flatMap(agency -> table.level(login, agency, today()).stream()))
                .max(Comparator.naturalOrder())
                .orElse(Secrecy.ORDINARY);
    }

    @Override
    public List<LoginName> cleared(AgencyCode agency, Secrecy atLeast) {
        return atLeast.isStateSecret()
                ? table.cleared(agency, atLeast, today()).stream()
                        .filter(login -> handles(login, agency))
                        .toList()
                : List.of();
    }

    private boolean handles(LoginName login, AgencyCode agency) {
        return person(login)
                .filter(person -> person.may(Permission.HANDLE_SECRETS, agency))
                .isPresent();
    }

    private Optional<Person> person(LoginName login) {
        return accounts.find(login).filter(StoredAccount::enabled).map(StoredAccount::person);
    }

    @Override
    public List<ClearanceFacts> list(Person viewer, boolean ended) {
        return table.list(ended).stream().filter(one -> sees(viewer, one)).toList();
    }

    @Override
    public Optional<ClearanceFacts> find(long id, Person viewer) {
        return table.find(id).filter(one -> sees(viewer, one));
    }

    private static boolean sees(Person viewer, ClearanceFacts one) {
        return viewer.may(Permission.PROPOSE_CLEARANCES, one.agency())
                || viewer.may(Permission.CONFIRM_CLEARANCES, one.agency());
    }

    @Override
    @Transactional
    public ClearanceStep propose(
            LoginName login, AgencyCode agency, Secrecy level, LocalDate lastDay, String reason, Person by) {
        if (!level.isStateSecret() || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a level above ordinary and a reason are needed");
        }
        if (!by.may(Permission.PROPOSE_CLEARANCES, agency)) {
            return ClearanceStep.NOT_ALLOWED;
        }
        if (login.equals(by.login())) {
            return ClearanceStep.OWN_CLEARANCE;
        }
        if (lastDay.isBefore(today()) || lastDay.isAfter(today().plusYears(LONGEST_YEARS))) {
            return ClearanceStep.WRONG_DAY;
        }
        Optional<Person> person = person(login);
        if (person.isEmpty() || !isEligible(person.get(), agency)) {
            return ClearanceStep.NOT_ELIGIBLE;
        }
        ClearanceFacts.Course course = new ClearanceFacts.Course(by.login(), now(), null, null, null, null);
        ClearanceFacts wished = new ClearanceFacts(
                0, login, person.get().displayName(), agency, level, lastDay, State.PROPOSED, reason.strip(), course);
        return isInForce(wished) || !table.propose(wished)
                ? ClearanceStep.ALREADY
                : done(wished, AccountEvent.ClearanceAct.PROPOSED);
    }

    private boolean isInForce(ClearanceFacts wished) {
        return table.standing(wished.login(), wished.agency(), State.ACTIVE)
                .filter(one -> one.level() == wished.level() && one.lastDay().equals(wished.lastDay()))
                .isPresent();
    }

    @Override
    @Transactional
    public ClearanceStep confirm(long id, Person by) {
        return decide(id, by, State.ACTIVE);
    }

    @Override
    @Transactional
    public ClearanceStep refuse(long id, Person by) {
        return decide(id, by, State.REFUSED);
    }

    private ClearanceStep decide(long id, Person by, State state) {
        Optional<ClearanceFacts> found = table.find(id).filter(one -> one.state() == State.PROPOSED);
        if (found.isEmpty()) {
            return ClearanceStep.GONE;
        }
        ClearanceFacts one = found.get();
        Optional<ClearanceStep> hindrance = hindrance(one, by, state);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        if (state == State.ACTIVE) {
            table.standing(one.login(), one.agency(), State.ACTIVE).ifPresent(before -> replaced(before, by));
        }
        if (!table.decide(id, state, by.login(), now())) {
            // Rolled back as a whole: whoever was first has it.
            throw new IllegalStateException("the proposal was decided meanwhile");
        }
        return done(
                one, state == State.ACTIVE ? AccountEvent.ClearanceAct.CONFIRMED : AccountEvent.ClearanceAct.REFUSED);
    }

    private Optional<ClearanceStep> hindrance(ClearanceFacts one, Person by, State state) {
        if (by.login().equals(one.course().proposedBy())) {
            return Optional.of(ClearanceStep.SAME_PERSON);
        }
        if (by.login().equals(one.login())) {
            return Optional.of(ClearanceStep.OWN_CLEARANCE);
        }
        Optional<Person> subject = person(one.login());
        boolean leads =
                subject.filter(person -> person.is(Role.LEADER, one.agency())).isPresent();
        boolean allowed = by.may(Permission.CONFIRM_CLEARANCES, one.agency())
                || (leads && by.may(Permission.PROPOSE_CLEARANCES, one.agency()));
        if (!allowed) {
            return Optional.of(ClearanceStep.NOT_ALLOWED);
        }
        if (state == State.ACTIVE && one.lastDay().isBefore(today())) {
            return Optional.of(ClearanceStep.WRONG_DAY);
        }
        boolean eligible =
                subject.filter(person -> isEligible(person, one.agency())).isPresent();
        return state == State.ACTIVE && !eligible ? Optional.of(ClearanceStep.NOT_ELIGIBLE) : Optional.empty();
    }

    private static boolean isEligible(Person person, AgencyCode agency) {
        return person.may(Permission.HANDLE_SECRETS, agency) || person.may(Permission.READ_EVENTS, agency);
    }

    private void replaced(ClearanceFacts before, Person by) {
        if (!table.end(before.id(), by.login(), "replaced", now())) {
            throw new IllegalStateException("the clearance in force ended meanwhile");
        }
    }

    @Override
    @Transactional
    public ClearanceStep end(long id, String reason, Person by) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason is needed");
        }
        Optional<ClearanceFacts> one = table.find(id);
        if (one.isEmpty() || !sees(by, one.get())) {
            return one.isEmpty() ? ClearanceStep.GONE : ClearanceStep.NOT_ALLOWED;
        }
        return end(one.get(), by.login(), reason.strip(), AccountEvent.ClearanceAct.ENDED);
    }

    private ClearanceStep end(
            ClearanceFacts one, @Nullable LoginName by, String reason, AccountEvent.ClearanceAct act) {
        return table.end(one.id(), by, reason, now()) ? done(one, act) : ClearanceStep.GONE;
    }

    /** Ends what ran out; called by a round, so that sessions end and listeners hear of it. */
    @Transactional
    public int endWhatRanOut() {
        List<ClearanceFacts> over = table.ranOut(today());
        return (int) over.stream()
                .filter(one -> end(one, null, "ran out", AccountEvent.ClearanceAct.RAN_OUT) == ClearanceStep.DONE)
                .count();
    }

    private ClearanceStep done(ClearanceFacts one, AccountEvent.ClearanceAct act) {
        events.tell(new AccountEvent.ClearanceChanged(one.login(), one.agency(), one.level(), act));
        boolean counts = act == AccountEvent.ClearanceAct.CONFIRMED || one.state() == State.ACTIVE;
        if (counts) {
            var _ = accounts.touch(one.login());
            tell(one.login(), one.agency());
        }
        return ClearanceStep.DONE;
    }

    private void tell(LoginName login, AgencyCode agency) {
        listeners.orderedStream().toList().forEach(listener -> listener.changed(login, agency));
    }

    /** Tells that what an account may do has changed, for each agency where it is cleared. */
    void rightsChanged(LoginName login) {
        table.agencies(login).forEach(agency -> tell(login, agency));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    private Instant now() {
        return Timestamps.millis(clock.instant());
    }
}
