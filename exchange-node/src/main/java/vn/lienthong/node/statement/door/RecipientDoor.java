package vn.lienthong.node.statement.door;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.RecipientAct;
import vn.lienthong.node.statement.RecipientActs;
import vn.lienthong.node.statement.RecipientAnswer;
import vn.lienthong.node.statement.Request;
import vn.lienthong.node.statement.SendAnswer;
import vn.lienthong.node.statement.StatementOrder;
import vn.lienthong.node.statement.Statements;
import vn.lienthong.node.statement.internal.StatementTransactions;

/**
 * What the program of a recipient reads and states about documents that arrived. Refusals are {@link ProblemException}, missing
 * scopes {@link vn.lienthong.node.identity.AccessRefusedException}.
 */
@InNodeRole
@Component
public class RecipientDoor {

    private static final String NUMBER = "[0-9]{1,18}";

    private final Inbox inbox;
    private final Statements statements;
    private final RecipientActs acts;
    private final StatementTransactions transactions;
    private final AuditTrail trail;

    RecipientDoor(
            Inbox inbox,
            Statements statements,
            RecipientActs acts,
            StatementTransactions transactions,
            AuditTrail trail) {
        this.inbox = inbox;
        this.statements = statements;
        this.acts = acts;
        this.transactions = transactions;
        this.trail = trail;
    }

    /** Everything that was stated about a document that arrived; the reading is recorded. */
    public StatementAnswers.AtRecipient list(ApiCaller caller, String entryId) {
        InboxEntry entry = entry(caller, entryId);
        trail.recordNow(SecurityEvent.of(EventKind.EVIDENCE_VIEW).on(EventObject.document(entry.parcelId())));
        return StatementAnswers.AtRecipient.of(
                entry.recipient().value(),
                statements.standing(entry.parcelId(), entry.recipient()).orElse(null),
                statements.history(entry.parcelId(), entry.recipient()));
    }

    /** States 03 to 06; the same again changes nothing. */
    public StatementAnswers.One status(ApiCaller caller, String entryId, StatementRequests.Status request) {
        InboxEntry entry = entry(caller, entryId);
        StatementOrder order = order(entry, request);
        return switch (transactions.call(() -> statements.send(order))) {
            case SendAnswer.Sent(var kept) -> StatementAnswers.One.of(kept);
            case SendAnswer.Repeated(var kept) -> StatementAnswers.One.of(kept);
            case SendAnswer.NotSent(SendAnswer.Reason reason) -> throw notSent(reason);
        };
    }

    private static StatementOrder order(InboxEntry entry, StatementRequests.Status request) {
        StatementOrder order = StatementOrder.status(
                        entry.parcelId(),
                        entry.recipient(),
                        entry.sender(),
                        StatementRequests.status(request.status()),
                        StatementRequests.words(request.reason(), request.text()))
                .by(StatementRequests.actor(request.unit(), request.position()));
        try {
            return order.registered(
                    Objects.requireNonNullElse(request.arrivalNumber(), ""),
                    StatementRequests.dueDate(request.dueDate()));
        } catch (IllegalArgumentException e) {
            throw StatementRequests.invalid("/arrivalNumber", "Số đến nhiều nhất 60 ký tự");
        }
    }

    /** Answers what the sender asks: 15 or 16. */
    public StatementAnswers.One answer(ApiCaller caller, String entryId, StatementRequests.Answer request) {
        InboxEntry entry = entry(caller, entryId);
        Boolean agreed = Optional.ofNullable(request.agreed())
                .orElseThrow(() -> StatementRequests.invalid("/agreed", "Cần true hoặc false"));
        Set<AgencyCode> agencies = Set.of(caller.agency());
        Request asked = acts.request(agencies, entry.parcelId(), entry.recipient())
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        RecipientAct act = new RecipientAct(
                entry.parcelId(),
                agencies,
                entry.recipient(),
                asked.asked().statement().id(),
                StatementRequests.words(null, request.text()),
                StatementRequests.actor(request.unit(), request.position()));
        return switch (agreed ? acts.agree(act) : acts.decline(act)) {
            case RecipientAnswer.Done done -> StatementAnswers.One.of(done.kept());
            case RecipientAnswer.Answered answered -> repeated(answered, agreed);
            case RecipientAnswer.Absent() -> throw new ProblemException(ErrorCode.NOT_FOUND);
            case RecipientAnswer.ReasonMissing() -> throw StatementRequests.invalid("/text", "Thiếu lý do từ chối");
            case RecipientAnswer.NotPossible(SendAnswer.Reason reason) -> throw notSent(reason);
        };
    }

    private static StatementAnswers.One repeated(RecipientAnswer.Answered answered, boolean agreed) {
        var given = answered.given().statement().status();
        boolean same = given == (agreed ? Known.AGREED : Known.DECLINED);
        if (!same) {
            throw new ProblemException(ErrorCode.PRECONDITION_FAILED);
        }
        return StatementAnswers.One.of(answered.given());
    }

    private static ProblemException notSent(SendAnswer.Reason reason) {
        return new ProblemException(
                switch (reason) {
                    case UNKNOWN_PARCEL -> ErrorCode.NOT_FOUND;
                    case NOT_SERVED, NO_KEYS -> ErrorCode.UNAVAILABLE;
                    case NOTHING_TO_ANSWER, ENDED -> ErrorCode.PRECONDITION_FAILED;
                });
    }

    private InboxEntry entry(ApiCaller caller, String entryId) {
        Permissions.require(caller, ApiScope.RECEIVE);
        return Optional.of(entryId)
                .filter(text -> text.matches(NUMBER))
                .flatMap(text -> inbox.find(Set.of(caller.agency()), Long.parseLong(text)))
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }
}
