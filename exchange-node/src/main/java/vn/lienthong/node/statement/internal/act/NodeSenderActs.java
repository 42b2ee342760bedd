package vn.lienthong.node.statement.internal.act;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.evidence.EvidenceEvent;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementDetail;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.delivery.ParcelParties.Sent;
import vn.lienthong.node.delivery.Withdrawals;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.Reach;
import vn.lienthong.node.statement.SendAnswer;
import vn.lienthong.node.statement.SenderAct;
import vn.lienthong.node.statement.SenderActs;
import vn.lienthong.node.statement.SenderAnswer;
import vn.lienthong.node.statement.SenderAnswer.Fault;
import vn.lienthong.node.statement.SenderAnswer.Result;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.statement.StatementOrder;
import vn.lienthong.node.statement.Statements;

/** The acts of senders: checked, then stated to each recipient, in one transaction with the security event. */
@Service
@InNodeRole
class NodeSenderActs implements SenderActs {

    /** How long a recipient is left alone after a reminder. */
    static final Duration BETWEEN_REMINDERS = Duration.ofHours(4);

    private final ParcelParties parties;
    private final Withdrawals withdrawals;
    private final Statements statements;
    private final EvidenceBook evidence;
    private final AgencyNames names;
    private final ActRecord record;
    private final InstantSource clock;

    NodeSenderActs(
            ParcelParties parties,
            Withdrawals withdrawals,
            Statements statements,
            EvidenceBook evidence,
            AgencyNames names,
            ActRecord record,
            InstantSource clock) {
        this.parties = parties;
        this.withdrawals = withdrawals;
        this.statements = statements;
        this.evidence = evidence;
        this.names = names;
        this.record = record;
        this.clock = clock;
    }

    /** States something to one recipient. */
    @FunctionalInterface
    private interface Saying {
        Result to(Sent sent);
    }

    @Override
    public List<Reach> reach(Set<AgencyCode> agencies, ParcelId parcel) {
        List<Sent> sent = sent(agencies, parcel);
        if (sent.isEmpty()) {
            return List.of();
        }
        Map<AgencyCode, Instant> taken = new TreeMap<>();
        evidence.ofParcel(parcel).stream()
                .map(stored -> stored.evidence())
                .filter(stated -> stated.event() == EvidenceEvent.CONTENT_HANDOVER)
                .forEach(stated ->
                        taken.put(Objects.requireNonNull(stated.subject().recipient()), stated.time()));
        Map<AgencyCode, Standing> standings =
                statements.standings(List.of(parcel)).getOrDefault(parcel, List.of()).stream()
                        .collect(Collectors.toMap(Standing::recipient, Function.identity()));
        return sent.stream()
                .map(one -> new Reach(
                        one,
                        names.name(one.recipient(), one.createdAt()),
                        taken.get(one.recipient()),
                        standings.get(one.recipient())))
                .toList();
    }

    @Override
    public SenderAnswer recall(SenderAct act) {
        if (act.words().isEmpty()) {
            return new SenderAnswer.Faulty(Fault.REASON_MISSING);
        }
        return inOne(act, EventKind.DOCUMENT_RECALL, StatementKind.RECALL_REQUEST, () -> {
            Set<AgencyCode> stopped = withdrawals.beforeLeaving(act.parcel(), act.recipients());
            if (!stopped.isEmpty()) {
                record.stopped(act.parcel(), stopped);
            }
            return sent -> stopped.contains(sent.recipient()) ? Result.STOPPED : ask(act, sent);
        });
    }

    private Result ask(SenderAct act, Sent sent) {
        if (sent.stage() == DeliveryStage.EXPIRED
                || sent.stage() == DeliveryStage.RECALLED
                || sent.stage() == DeliveryStage.REFUSED) {
            return Result.ENDED;
        }
        return say(StatementOrder.recall(act.parcel(), sent.sender(), sent.recipient(), act.words())
                .by(act.actor()));
    }

    @Override
    public SenderAnswer update(SenderAct act, List<String> changes) {
        if (changes.isEmpty() || changes.size() > StatementDetail.MAX_CHANGES) {
            return new SenderAnswer.Faulty(Fault.CHANGES_WRONG);
        }
        return tell(act, EventKind.DOCUMENT_UPDATE, StatementKind.UPDATE, StatementDetail.changing(changes));
    }

    @Override
    public SenderAnswer replace(SenderAct act, ParcelId other) {
        return isOthers(act, other)
                ? new SenderAnswer.Faulty(Fault.OTHER_UNKNOWN)
                : tell(act, EventKind.DOCUMENT_REPLACE, StatementKind.REPLACEMENT, StatementDetail.naming(other));
    }

    @Override
    public SenderAnswer correct(SenderAct act, ParcelId other) {
        if (act.words().isEmpty()) {
            return new SenderAnswer.Faulty(Fault.REASON_MISSING);
        }
        return isOthers(act, other)
                ? new SenderAnswer.Faulty(Fault.OTHER_UNKNOWN)
                : tell(act, EventKind.DOCUMENT_CORRECT, StatementKind.CORRECTION, StatementDetail.naming(other));
    }

    @Override
    public SenderAnswer remind(SenderAct act) {
        return inOne(act, EventKind.DOCUMENT_REMIND, StatementKind.REMINDER, () -> sent -> remind(act, sent));
    }

    private Result remind(SenderAct act, Sent sent) {
        Optional<Standing> standing = statements.standing(act.parcel(), sent.recipient());
        if (sent.stage() == DeliveryStage.EXPIRED
                || sent.stage() == DeliveryStage.RECALLED
                || sent.stage() == DeliveryStage.REFUSED
                || standing.map(Standing::isEnded).orElse(false)) {
            return Result.ENDED;
        }
        Instant last = standing.map(Standing::remindedAt).orElse(null);
        return last != null && clock.instant().isBefore(last.plus(BETWEEN_REMINDERS))
                ? Result.TOO_SOON
                : say(order(act, sent, StatementKind.REMINDER, StatementDetail.NONE));
    }

    private boolean isOthers(SenderAct act, ParcelId other) {
        return other.equals(act.parcel()) || sent(act.agencies(), other).isEmpty();
    }

    private SenderAnswer tell(SenderAct act, EventKind event, StatementKind kind, StatementDetail detail) {
        return inOne(act, event, kind, () -> sent -> say(order(act, sent, kind, detail)));
    }

    private static StatementOrder order(SenderAct act, Sent sent, StatementKind kind, StatementDetail detail) {
        StatementSubject subject = new StatementSubject(act.parcel(), sent.sender(), sent.recipient());
        return StatementOrder.plain(subject, kind, act.words(), detail).by(act.actor());
    }

    private SenderAnswer inOne(SenderAct act, EventKind event, StatementKind kind, Preparation preparation) {
        if (act.recipients().isEmpty()) {
            return new SenderAnswer.Faulty(Fault.RECIPIENTS_MISSING);
        }
        List<Sent> known = sent(act.agencies(), act.parcel());
        if (known.isEmpty()) {
            return new SenderAnswer.Absent();
        }
        Map<AgencyCode, Sent> byCode = known.stream().collect(Collectors.toMap(Sent::recipient, Function.identity()));
        if (!byCode.keySet().containsAll(act.recipients())) {
            return new SenderAnswer.Faulty(Fault.RECIPIENT_FOREIGN);
        }
        return record.inOne(event, act.parcel(), kind, () -> {
            Saying saying = preparation.saying();
            Map<AgencyCode, Result> results = new TreeMap<>();
            // Always in one order, so that two acts never wait for each other.
            act.recipients().stream()
                    .sorted()
                    .map(byCode::get)
                    .filter(Objects::nonNull)
                    .forEach(sent -> results.put(sent.recipient(), saying.to(sent)));
            return results;
        });
    }

    private Result say(StatementOrder order) {
        return switch (statements.send(order)) {
            case SendAnswer.Sent _ -> Result.SENT;
            case SendAnswer.Repeated _ -> Result.REPEATED;
            case SendAnswer.NotSent(SendAnswer.Reason reason) ->
                reason == SendAnswer.Reason.ENDED ? Result.ENDED : Result.NOT_POSSIBLE;
        };
    }

    private List<Sent> sent(Set<AgencyCode> agencies, ParcelId parcel) {
        Set<AgencyCode> codes = names.allCodes(agencies);
        return parties.sent(parcel).stream()
                .filter(one -> codes.contains(one.sender()))
                .toList();
    }

    /** What is done in the transaction before anything is stated. */
    @FunctionalInterface
    private interface Preparation {
        Saying saying();
    }
}
