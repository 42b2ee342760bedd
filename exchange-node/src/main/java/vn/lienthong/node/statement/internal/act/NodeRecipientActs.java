package vn.lienthong.node.statement.internal.act;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementDetail;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.core.statement.StatementSubject;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.RecipientAct;
import vn.lienthong.node.statement.RecipientActs;
import vn.lienthong.node.statement.RecipientAnswer;
import vn.lienthong.node.statement.Request;
import vn.lienthong.node.statement.SendAnswer;
import vn.lienthong.node.statement.Standing;
import vn.lienthong.node.statement.StatementOrder;
import vn.lienthong.node.statement.Statements;
import vn.lienthong.node.statement.internal.WaitingRecalls;

/** The answers of recipients, in one transaction with what follows from them. */
@Service
@InNodeRole
class NodeRecipientActs implements RecipientActs {

    private static final Set<StatementKind> ASKING =
            Set.of(StatementKind.RECALL_REQUEST, StatementKind.UPDATE, StatementKind.REPLACEMENT);
    private static final int MOST = 200;

    private final ParcelParties parties;
    private final Inbox inbox;
    private final Statements statements;
    private final WaitingRecalls recalls;
    private final AgencyNames names;
    private final ActRecord record;

    NodeRecipientActs(
            ParcelParties parties,
            Inbox inbox,
            Statements statements,
            WaitingRecalls recalls,
            AgencyNames names,
            ActRecord record) {
        this.parties = parties;
        this.inbox = inbox;
        this.statements = statements;
        this.recalls = recalls;
        this.names = names;
        this.record = record;
    }

    @Override
    public Optional<Request> request(Set<AgencyCode> agencies, ParcelId parcel, AgencyCode recipient) {
        return arrived(agencies, parcel, recipient).flatMap(arrived -> {
            List<KeptStatement> history = statements.history(parcel, recipient);
            return history.stream()
                    .filter(kept -> ASKING.contains(kept.statement().kind()))
                    .reduce((_, later) -> later)
                    .map(asked -> new Request(
                            arrived,
                            names.name(arrived.sender(), arrived.receivedAt()),
                            asked,
                            answer(history, asked.statement().id()).orElse(null),
                            history));
        });
    }

    @Override
    public List<Standing> waiting(Set<AgencyCode> agencies, int limit) {
        return recalls.of(names.allCodes(agencies), Math.clamp(limit, 1, MOST));
    }

    private Optional<ParcelParties.Arrived> arrived(Set<AgencyCode> agencies, ParcelId parcel, AgencyCode recipient) {
        return names.allCodes(agencies).contains(recipient) ? parties.arrived(parcel, recipient) : Optional.empty();
    }

    private static Optional<KeptStatement> answer(List<KeptStatement> history, StatementId request) {
        return history.stream()
                .filter(kept -> kept.statement().kind() == StatementKind.ANSWER)
                .filter(kept -> request.equals(kept.statement().detail().answers()))
                .findFirst();
    }

    @Override
    public RecipientAnswer agree(RecipientAct act) {
        return answer(act, Known.AGREED);
    }

    @Override
    public RecipientAnswer decline(RecipientAct act) {
        return act.words().isEmpty() ? new RecipientAnswer.ReasonMissing() : answer(act, Known.DECLINED);
    }

    private RecipientAnswer answer(RecipientAct act, Known status) {
        Optional<ParcelParties.Arrived> arrived = arrived(act.agencies(), act.parcel(), act.recipient());
        if (arrived.isEmpty()) {
            return new RecipientAnswer.Absent();
        }
        StatementSubject subject = new StatementSubject(
                act.parcel(), act.recipient(), arrived.get().sender());
        StatementOrder order = StatementOrder.answer(subject, act.request(), status, act.words())
                .by(act.actor());
        return record.inOne(() -> switch (statements.send(order)) {
            case SendAnswer.Sent(KeptStatement kept) -> follow(act, subject, kept);
            case SendAnswer.Repeated(KeptStatement before) -> new RecipientAnswer.Answered(before);
            case SendAnswer.NotSent(SendAnswer.Reason reason) -> notSent(act, reason);
        });
    }

    private RecipientAnswer notSent(RecipientAct act, SendAnswer.Reason reason) {
        if (reason != SendAnswer.Reason.NOTHING_TO_ANSWER) {
            return new RecipientAnswer.NotPossible(reason);
        }
        return answer(statements.history(act.parcel(), act.recipient()), act.request())
                .<RecipientAnswer>map(RecipientAnswer.Answered::new)
                .orElseGet(RecipientAnswer.Absent::new);
    }

    /** After agreeing to a recall the document is cancelled, and that is reported. */
    private RecipientAnswer follow(RecipientAct act, StatementSubject subject, KeptStatement kept) {
        Known status = Objects.requireNonNull(kept.statement().status());
        record.answered(act.parcel(), act.recipient(), status.code());
        boolean recall = statements.history(act.parcel(), act.recipient()).stream()
                .map(KeptStatement::statement)
                .anyMatch(statement ->
                        statement.id().equals(act.request()) && statement.kind() == StatementKind.RECALL_REQUEST);
        if (status != Known.AGREED || !recall) {
            return new RecipientAnswer.Done(kept, false);
        }
        boolean closed = inbox.withdraw(act.parcel(), act.recipient());
        StatementOrder report = StatementOrder.plain(
                        subject, StatementKind.WITHDRAWN, StatementWords.NONE, StatementDetail.answering(act.request()))
                .by(act.actor());
        if (statements.send(report) instanceof SendAnswer.NotSent(SendAnswer.Reason reason)) {
            throw new IllegalStateException("what was agreed cannot be reported: " + reason);
        }
        return new RecipientAnswer.Done(kept, closed);
    }
}
