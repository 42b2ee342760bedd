package vn.lienthong.node.edxml.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.edxml.EdxmlStatus;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.node.delivery.ClerkReason;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.delivery.LeaseAnswer;
import vn.lienthong.node.delivery.NamedDocuments.Named;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.delivery.Settlement;
import vn.lienthong.node.edxml.EdxmlCall;
import vn.lienthong.node.edxml.EdxmlTaken;
import vn.lienthong.node.edxml.internal.EarlierDocuments.Reference;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.RecipientAct;
import vn.lienthong.node.statement.RecipientActs;
import vn.lienthong.node.statement.RecipientAnswer;
import vn.lienthong.node.statement.Request;
import vn.lienthong.node.statement.SendAnswer;
import vn.lienthong.node.statement.StatementOrder;
import vn.lienthong.node.statement.Statements;

/** What recipients state: 01 to 06 about a document, 15 and 16 in answer to its sender. */
@InNodeRole
@Component
class RecipientSide {

    private final EarlierDocuments earlier;
    private final Parties parties;
    private final ParcelParties parcels;
    private final Inbox inbox;
    private final Statements statements;
    private final RecipientActs acts;
    private final RepeatedWork work;

    RecipientSide(
            EarlierDocuments earlier,
            Parties parties,
            ParcelParties parcels,
            Inbox inbox,
            Statements statements,
            RecipientActs acts,
            RepeatedWork work) {
        this.earlier = earlier;
        this.parties = parties;
        this.parcels = parcels;
        this.inbox = inbox;
        this.statements = statements;
        this.acts = acts;
        this.work = work;
    }

    EdxmlTaken take(EdxmlCall call, EdxmlStatus status, Known known) {
        Reference reference = new Reference(
                status.target().documentId(),
                status.target().code(),
                status.target().promulgationDate());
        Optional<Named> named = earlier.arrived(
                parties.allCodes(call.speaksFor()),
                parties.allCodes(status.target().organId()),
                reference);
        Optional<ParcelParties.Arrived> arrived =
                named.flatMap(found -> parcels.arrived(found.parcelId(), Objects.requireNonNull(found.recipient())));
        if (arrived.isEmpty()) {
            return Refusals.documentUnknown("ResponseFor");
        }
        if (known.needsReason() && status.description().isBlank()) {
            return Refusals.missing("Description");
        }
        return switch (known) {
            case AGREED, DECLINED -> answer(call, status, known, arrived.get());
            case REFUSED -> refuse(status, arrived.get());
            default -> state(status, known, arrived.get());
        };
    }

    private EdxmlTaken state(EdxmlStatus status, Known known, ParcelParties.Arrived arrived) {
        // Words explain a refusal; on other statuses they are the fixed texts of the systems and tell nothing.
        StatementWords words = known.needsReason() ? Sayings.words(status) : StatementWords.NONE;
        StatementOrder order = StatementOrder.status(
                        arrived.parcelId(), arrived.recipient(), arrived.sender(), known, words)
                .by(Sayings.actor(status.staff()));
        return switch (said(arrived, known).orElseGet(() -> work.inOne(() -> statements.send(order)))) {
            case SendAnswer.Sent(KeptStatement kept) -> stated(kept);
            case SendAnswer.Repeated(KeptStatement kept) -> stated(kept);
            case SendAnswer.NotSent(SendAnswer.Reason reason) -> notSent(reason);
        };
    }

    /** The node itself has stated 01 already, and systems say everything twice. */
    private Optional<SendAnswer> said(ParcelParties.Arrived arrived, Known known) {
        return known == Known.ARRIVED
                ? statements.history(arrived.parcelId(), arrived.recipient()).stream()
                        .filter(kept -> kept.statement().status() == known)
                        .findFirst()
                        .map(SendAnswer.Repeated::new)
                : Optional.empty();
    }

    /** What nobody has taken yet is refused at the inbox, with evidence; the statement follows from that. */
    private EdxmlTaken refuse(EdxmlStatus status, ParcelParties.Arrived arrived) {
        if (arrived.state() != InboxEntry.State.ARRIVED) {
            return state(status, Known.REFUSED, arrived);
        }
        AgencyCode recipient = arrived.recipient();
        if (!(inbox.lease(recipient, arrived.entryId(), Optional.empty()) instanceof LeaseAnswer.Granted lease)) {
            return Refusals.notPossible(
                    ErrorCode.REQUEST_IN_PROGRESS,
                    "Văn bản đang được một phiên khác lấy về; gửi lại sau ít phút.",
                    "Another session is taking the document; send again in some minutes.");
        }
        String why = Sayings.shortened(status.description().strip(), StatementWords.MAX_TEXT);
        Settlement settlement = inbox.refuse(recipient, arrived.entryId(), lease.leaseId(), ClerkReason.OTHER, why);
        return settlement instanceof Settlement.Done
                ? new EdxmlTaken.Stated(arrived.parcelId(), List.of())
                : state(status, Known.REFUSED, arrived);
    }

    private EdxmlTaken answer(EdxmlCall call, EdxmlStatus status, Known known, ParcelParties.Arrived arrived) {
        Set<AgencyCode> agencies = call.speaksFor();
        Optional<Request> request = acts.request(agencies, arrived.parcelId(), arrived.recipient());
        if (request.isEmpty()) {
            return nothingToAnswer();
        }
        RecipientAct act = new RecipientAct(
                arrived.parcelId(),
                agencies,
                arrived.recipient(),
                request.get().asked().statement().id(),
                Sayings.words(status),
                Sayings.actor(status.staff()));
        return switch (known == Known.AGREED ? acts.agree(act) : acts.decline(act)) {
            case RecipientAnswer.Done done -> stated(done.kept());
            case RecipientAnswer.Answered answered -> repeated(answered, known);
            case RecipientAnswer.Absent() -> nothingToAnswer();
            case RecipientAnswer.ReasonMissing() -> Refusals.missing("Description");
            case RecipientAnswer.NotPossible(SendAnswer.Reason reason) -> notSent(reason);
        };
    }

    private static EdxmlTaken repeated(RecipientAnswer.Answered answered, Known known) {
        return answered.status() == known
                ? stated(answered.given())
                : Refusals.notPossible(
                        ErrorCode.PRECONDITION_FAILED,
                        "Đề nghị này đã được trả lời khác trước đó; câu trả lời đầu tiên có hiệu lực.",
                        "The request was answered otherwise before; the first answer counts.");
    }

    private static EdxmlTaken nothingToAnswer() {
        return Refusals.notPossible(
                ErrorCode.PRECONDITION_FAILED,
                "Không có đề nghị lấy lại, cập nhật hay thay thế nào đang chờ trả lời cho văn bản này.",
                "No recall, update or replacement of this document waits for an answer.");
    }

    private static EdxmlTaken stated(KeptStatement kept) {
        return new EdxmlTaken.Stated(
                kept.statement().subject().parcelId(), List.of(kept.statement().id()));
    }

    private static EdxmlTaken notSent(SendAnswer.Reason reason) {
        return switch (reason) {
            case UNKNOWN_PARCEL -> Refusals.documentUnknown("ResponseFor");
            case NOT_SERVED, NO_KEYS ->
                Refusals.plain(vn.lienthong.node.edxml.EdxmlRefusal.Kind.LATER, ErrorCode.UNAVAILABLE);
            case NOTHING_TO_ANSWER -> nothingToAnswer();
            case ENDED ->
                Refusals.notPossible(
                        ErrorCode.PRECONDITION_FAILED,
                        "Văn bản đã bị từ chối hoặc đã trả lại, không còn trạng thái tiếp theo.",
                        "The document was refused or given back; nothing follows.");
        };
    }
}
