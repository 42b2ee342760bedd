package vn.lienthong.node.edxml.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.core.edxml.EdxmlLetter;
import vn.lienthong.core.edxml.EdxmlStaff;
import vn.lienthong.core.edxml.EdxmlStatus;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementActor;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.core.statement.StatementWords;
import vn.lienthong.node.delivery.NamedDocuments.Named;
import vn.lienthong.node.delivery.ParcelParties;
import vn.lienthong.node.edxml.EdxmlCall;
import vn.lienthong.node.edxml.EdxmlTaken;
import vn.lienthong.node.edxml.internal.EarlierDocuments.Reference;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.SenderAct;
import vn.lienthong.node.statement.SenderActs;
import vn.lienthong.node.statement.SenderAnswer;
import vn.lienthong.node.statement.Statements;

/** Recalls, in both forms that systems use: status 13 to one recipient, and a letter of kind 1 to those it names. */
@InNodeRole
@Component
class SenderSide {

    private final EarlierDocuments earlier;
    private final Parties parties;
    private final ParcelParties parcels;
    private final SenderActs acts;
    private final Statements statements;

    SenderSide(
            EarlierDocuments earlier, Parties parties, ParcelParties parcels, SenderActs acts, Statements statements) {
        this.earlier = earlier;
        this.parties = parties;
        this.parcels = parcels;
        this.acts = acts;
        this.statements = statements;
    }

    EdxmlTaken recall(EdxmlCall call, EdxmlStatus status) {
        Reference reference = new Reference(
                status.target().documentId(),
                status.target().code(),
                status.target().promulgationDate());
        Optional<Named> named = earlier.sent(parties.allCodes(call.speaksFor()), reference);
        if (named.isEmpty()) {
            return Refusals.documentUnknown("ResponseFor");
        }
        Set<AgencyCode> asked = recipients(
                named.get().parcelId(), parties.allCodes(status.target().organId()));
        return asked.isEmpty()
                ? Refusals.documentUnknown("ResponseFor/OrganId")
                : recall(call, named.get().parcelId(), asked, Sayings.words(status), Sayings.actor(status.staff()));
    }

    EdxmlTaken recall(EdxmlCall call, EdxmlLetter letter) {
        Optional<Named> named = recalled(call, letter);
        if (named.isEmpty()) {
            return Refusals.documentUnknown("Bussiness/DocumentId");
        }
        Set<AgencyCode> wished = new TreeSet<>();
        letter.metadata().recipients().forEach(to -> wished.addAll(parties.allCodes(Set.of(to.code()))));
        wished.addAll(parties.allCodes(call.to()));
        Set<AgencyCode> found = recipients(named.get().parcelId(), wished);
        Set<AgencyCode> asked = wished.isEmpty() ? everybody(named.get().parcelId()) : found;
        StatementActor actor =
                letter.staff().stream().findFirst().map(Sayings::actor).orElse(Sayings.actor(EdxmlStaff.NONE));
        return asked.isEmpty()
                ? Refusals.documentUnknown("MessageHeader/To/OrganId")
                : recall(
                        call,
                        named.get().parcelId(),
                        asked,
                        Sayings.words(letter.metadata().business().reason()),
                        actor);
    }

    /** The document that the business part names; else the one whose number the letter bears itself. */
    private Optional<Named> recalled(EdxmlCall call, EdxmlLetter letter) {
        Set<AgencyCode> senders = parties.allCodes(call.speaksFor());
        var metadata = letter.metadata();
        String code = metadata.code().display();
        var day = metadata.promulgation().date();
        String named = metadata.business().documentId();
        return named(senders, named)
                .or(() -> earlier.sent(senders, new Reference(named, code, day)))
                .or(() -> earlier.sent(senders, new Reference(metadata.documentId(), code, day)));
    }

    private Optional<Named> named(Set<AgencyCode> senders, String documentId) {
        return documentId.isEmpty() ? Optional.empty() : earlier.sent(senders, new Reference(documentId, "", null));
    }

    private Set<AgencyCode> recipients(ParcelId parcel, Set<AgencyCode> wished) {
        Set<AgencyCode> all = everybody(parcel);
        all.retainAll(wished);
        return all;
    }

    private Set<AgencyCode> everybody(ParcelId parcel) {
        Set<AgencyCode> all = new TreeSet<>();
        parcels.sent(parcel).forEach(sent -> all.add(sent.recipient()));
        return all;
    }

    private EdxmlTaken recall(
            EdxmlCall call,
            ParcelId parcel,
            Set<AgencyCode> asked,
            StatementWords why,
            @Nullable StatementActor actor) {
        SenderAct act = new SenderAct(parcel, call.speaksFor(), asked, why, actor);
        return switch (acts.recall(act)) {
            case SenderAnswer.Done done -> done(parcel, done);
            case SenderAnswer.Absent() -> Refusals.documentUnknown("ResponseFor");
            case SenderAnswer.Faulty(SenderAnswer.Fault fault) ->
                fault == SenderAnswer.Fault.REASON_MISSING
                        ? Refusals.missing("Description")
                        : Refusals.documentUnknown("ResponseFor/OrganId");
        };
    }

    private EdxmlTaken done(ParcelId parcel, SenderAnswer.Done done) {
        boolean nobody = done.results().values().stream()
                .allMatch(result -> result == SenderAnswer.Result.ENDED
                        || result == SenderAnswer.Result.NOT_POSSIBLE
                        || result == SenderAnswer.Result.TOO_SOON);
        if (nobody) {
            return Refusals.notPossible(
                    ErrorCode.PRECONDITION_FAILED,
                    "Văn bản đã kết thúc ở nơi nhận (bị từ chối, đã lấy lại hoặc chưa từng đến), không lấy lại được"
                            + " nữa.",
                    "The document has ended at the recipient (refused, given back or never arrived): it cannot be"
                            + " recalled.");
        }
        List<StatementId> made = new ArrayList<>();
        for (AgencyCode recipient : done.results().keySet()) {
            statements.history(parcel, recipient).stream()
                    .filter(kept -> kept.statement().kind() == StatementKind.RECALL_REQUEST)
                    .reduce((_, later) -> later)
                    .ifPresent(kept -> made.add(kept.statement().id()));
        }
        return new EdxmlTaken.Stated(parcel, made);
    }
}
