package vn.lienthong.node.training.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.EventRecorded;
import vn.lienthong.node.audit.Outcome;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.delivery.Arrival;
import vn.lienthong.node.delivery.ArrivalListener;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.StatementListener;
import vn.lienthong.node.training.TrainingAgency;
import vn.lienthong.node.training.simulation.Act;
import vn.lienthong.node.training.simulation.ActStore;

/** Hears what happens in this installation: plans what simulated agencies answer, and keeps what tasks ask for. */
@Component
@ForTrainees
class Hearing implements StatementListener, ArrivalListener {

    private static final AgencyCode TRAINEE = TrainingAgency.TRAINEE.code();
    private static final int MOST_WAITING = 1000;
    private static final int LONGEST_OBJECT = 80;
    private static final Set<EventKind> WANTED = Set.of(
            EventKind.DOCUMENT_VIEW,
            EventKind.DOCUMENT_ACCEPT,
            EventKind.DOCUMENT_REFUSE,
            EventKind.DOCUMENT_REGISTER,
            EventKind.DOCUMENT_DRAFT,
            EventKind.DOCUMENT_SIGN,
            EventKind.REGISTER_PRINT);

    private final ActStore acts;
    private final Happenings happenings;
    private final InstantSource clock;
    private final Queue<Happening> waiting = new ConcurrentLinkedQueue<>();

    Hearing(ActStore acts, Happenings happenings, InstantSource clock) {
        this.acts = acts;
        this.happenings = happenings;
        this.clock = clock;
    }

    @Override
    public void arrived(List<Arrival> arrivals) {
        for (Arrival arrival : arrivals) {
            if (arrival.sender().equals(TRAINEE)) {
                TrainingAgency.of(arrival.recipient())
                        .ifPresent(agency -> acts.add(Plan.arrival(agency, arrival.parcelId(), clock.instant())));
                happenings.add(new Happening(
                        clock.instant(),
                        Happening.ARRIVE,
                        arrival.parcelId().toString(),
                        arrival.recipient().value()));
            }
        }
    }

    @Override
    public void stated(KeptStatement kept) {
        Statement statement = kept.statement();
        if (statement.subject().from().equals(TRAINEE)) {
            happenings.add(
                    happening(Happening.SAY, statement, statement.subject().to()));
        }
    }

    @Override
    public void arrived(KeptStatement kept) {
        Statement statement = kept.statement();
        if (statement.subject().to().equals(TRAINEE)) {
            happenings.add(
                    happening(Happening.HEAR, statement, statement.subject().from()));
        } else if (statement.subject().from().equals(TRAINEE)) {
            TrainingAgency.of(statement.subject().to()).ifPresent(agency -> acts.add(answer(agency, statement)));
        }
    }

    private List<Act> answer(TrainingAgency agency, Statement statement) {
        Instant now = clock.instant();
        if (statement.kind() == StatementKind.REMINDER) {
            return Plan.reminder(agency, statement.subject().parcelId(), now);
        }
        return statement.kind() == StatementKind.RECALL_REQUEST
                ? Plan.recall(
                        agency, statement.subject().parcelId(), statement.id().toString(), now)
                : List.of();
    }

    private Happening happening(String direction, Statement statement, AgencyCode party) {
        BusinessStatus.Known known = statement.status();
        String status = known == null ? "" : "." + known.code();
        return new Happening(
                clock.instant(),
                direction + statement.kind().word() + status,
                statement.subject().parcelId().toString(),
                party.value());
    }

    /** People's acts are events; they are told after their transaction, so they wait for the next round. */
    @EventListener
    void recorded(EventRecorded news) {
        SecurityEvent event = news.event();
        Actor actor = event.actor();
        if (WANTED.contains(event.kind())
                && event.outcome() == Outcome.SUCCESS
                && actor != null
                && actor.kind() == Actor.Kind.ACCOUNT
                && isTrainees(event.facts())
                && waiting.size() < MOST_WAITING) {
            waiting.add(new Happening(clock.instant(), event.kind().action(), object(event), ""));
        }
    }

    /** Somebody of the trainee has searched. */
    void searched() {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(new Happening(clock.instant(), EventKind.DOCUMENT_SEARCH.action(), "", ""));
        }
    }

    private static String object(SecurityEvent event) {
        EventObject object = event.object();
        String id = object == null ? "" : object.id();
        return id.length() > LONGEST_OBJECT ? id.substring(0, LONGEST_OBJECT) : id;
    }

    private static boolean isTrainees(Map<String, String> facts) {
        return facts.getOrDefault("agency", TRAINEE.value()).equals(TRAINEE.value());
    }

    /** Keeps what waited. */
    void keep() {
        for (Happening next = waiting.peek(); next != null; next = waiting.peek()) {
            happenings.add(next);
            Happening _ = waiting.remove();
        }
    }
}
