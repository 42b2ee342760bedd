package vn.lienthong.node.statement.door;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.EventObject;
import vn.lienthong.node.audit.SecurityEvent;
import vn.lienthong.node.gateway.ProblemException;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.Reach;
import vn.lienthong.node.statement.SenderAct;
import vn.lienthong.node.statement.SenderActs;
import vn.lienthong.node.statement.SenderAnswer;
import vn.lienthong.node.statement.Statements;

/**
 * What the program of a sender reads and states about its documents. Refusals are {@link ProblemException}, missing scopes
 * {@link vn.lienthong.node.identity.AccessRefusedException}.
 */
@InNodeRole
@Component
public class SenderDoor {

    private final SenderActs acts;
    private final Statements statements;
    private final AuditTrail trail;

    SenderDoor(SenderActs acts, Statements statements, AuditTrail trail) {
        this.acts = acts;
        this.statements = statements;
        this.trail = trail;
    }

    /** One of the acts, on what was asked for. */
    @FunctionalInterface
    private interface Doing {
        SenderAnswer with(SenderAct act);
    }

    /** Everything that was stated about a document, per recipient; the reading is recorded. */
    public StatementAnswers.Page list(ApiCaller caller, String parcelId) {
        if (!caller.may(ApiScope.SUBMIT)) {
            Permissions.require(caller, ApiScope.TRACK);
        }
        ParcelId parcel = parcel(parcelId);
        Set<AgencyCode> agencies = Set.of(caller.agency());
        var reach = acts.reach(agencies, parcel);
        if (reach.isEmpty()) {
            throw new ProblemException(ErrorCode.NOT_FOUND);
        }
        trail.recordNow(SecurityEvent.of(EventKind.EVIDENCE_VIEW).on(EventObject.document(parcel)));
        return new StatementAnswers.Page(
                reach.stream().map(one -> recipient(parcel, one)).toList());
    }

    private StatementAnswers.AtRecipient recipient(ParcelId parcel, Reach reach) {
        AgencyCode code = reach.sent().recipient();
        return StatementAnswers.AtRecipient.of(code.value(), reach.standing(), statements.history(parcel, code));
    }

    /** Asks for the document back (13). */
    public StatementAnswers.Acted recall(ApiCaller caller, String parcelId, StatementRequests.Act request) {
        return act(caller, parcelId, request, acts::recall);
    }

    /** Asks how it stands. */
    public StatementAnswers.Acted remind(ApiCaller caller, String parcelId, StatementRequests.Act request) {
        return act(caller, parcelId, request, acts::remind);
    }

    /** Says differently what was said about the document. */
    public StatementAnswers.Acted update(ApiCaller caller, String parcelId, StatementRequests.Act request) {
        var changes = StatementRequests.changes(request.changes());
        return act(caller, parcelId, request, act -> acts.update(act, changes));
    }

    /** Tells that another document takes its place. */
    public StatementAnswers.Acted replace(ApiCaller caller, String parcelId, StatementRequests.Act request) {
        ParcelId other = StatementRequests.other(request.other());
        return act(caller, parcelId, request, act -> acts.replace(act, other));
    }

    /** Tells that another document corrects it. */
    public StatementAnswers.Acted correct(ApiCaller caller, String parcelId, StatementRequests.Act request) {
        ParcelId other = StatementRequests.other(request.other());
        return act(caller, parcelId, request, act -> acts.correct(act, other));
    }

    private static StatementAnswers.Acted act(
            ApiCaller caller, String parcelId, StatementRequests.Act request, Doing doing) {
        Permissions.require(caller, ApiScope.SUBMIT);
        SenderAct act = new SenderAct(
                parcel(parcelId),
                Set.of(caller.agency()),
                StatementRequests.recipients(request.recipients()),
                StatementRequests.words(request.reason(), request.text()),
                StatementRequests.actor(request.unit(), request.position()));
        return switch (doing.with(act)) {
            case SenderAnswer.Done done -> StatementAnswers.Acted.of(done);
            case SenderAnswer.Absent() -> throw new ProblemException(ErrorCode.NOT_FOUND);
            case SenderAnswer.Faulty(SenderAnswer.Fault fault) -> throw faulty(fault);
        };
    }

    private static ProblemException faulty(SenderAnswer.Fault fault) {
        return switch (fault) {
            case RECIPIENTS_MISSING -> StatementRequests.invalid("/recipients", "Cần ít nhất một nơi nhận");
            case RECIPIENT_FOREIGN -> StatementRequests.invalid("/recipients", "Có mã không phải nơi nhận của văn bản");
            case REASON_MISSING -> StatementRequests.invalid("/text", "Thiếu lý do");
            case OTHER_UNKNOWN -> StatementRequests.invalid("/other", "Không có văn bản đã gửi mang mã này");
            case CHANGES_WRONG -> StatementRequests.invalid("/changes", "Cần từ 1 đến 8 thay đổi");
        };
    }

    /** Reads an identifier; one that cannot be is one that nobody has. */
    private static ParcelId parcel(String text) {
        return ParcelId.parse(text).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }
}
