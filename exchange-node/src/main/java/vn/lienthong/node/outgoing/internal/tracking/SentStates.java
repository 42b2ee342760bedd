package vn.lienthong.node.outgoing.internal.tracking;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.core.delivery.BusinessStatus.Known;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.Statement;
import vn.lienthong.core.statement.StatementKind;
import vn.lienthong.node.outgoing.internal.draft.History;
import vn.lienthong.node.outgoing.internal.draft.Outgoing;
import vn.lienthong.node.outgoing.internal.draft.OutgoingRows;
import vn.lienthong.node.outgoing.internal.draft.OutgoingState;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.KeptStatement;
import vn.lienthong.node.statement.StatementListener;

/**
 * Brings sent documents into the state that follows from what was stated about them, in the transaction of the statement: replaced as
 * soon as their sender has said so to anybody, taken back when the recipients who had them have agreed.
 */
@InNodeRole
@Component
class SentStates implements StatementListener {

    private final OutgoingRows rows;
    private final SentReach reach;
    private final History history;

    SentStates(OutgoingRows rows, SentReach reach, History history) {
        this.rows = rows;
        this.reach = reach;
        this.history = history;
    }

    @Override
    public void stated(KeptStatement kept) {
        Statement statement = kept.statement();
        if (statement.kind() == StatementKind.REPLACEMENT) {
            rows.lockSent(statement.subject().parcelId())
                    .ifPresent(document -> move(document, OutgoingState.REPLACED, replacing(statement)));
        }
    }

    private String replacing(Statement statement) {
        return Optional.ofNullable(statement.detail().other())
                .flatMap(rows::findSent)
                .map(Outgoing::code)
                .orElse("");
    }

    @Override
    public void arrived(KeptStatement kept) {
        Statement statement = kept.statement();
        if (statement.kind() == StatementKind.ANSWER && statement.status() == Known.AGREED) {
            look(
                    statement.subject().parcelId(),
                    Set.of(),
                    statement.subject().from().value());
        }
    }

    @Override
    public void stopped(ParcelId parcel, Set<AgencyCode> recipients) {
        look(
                parcel,
                recipients,
                String.join(
                        ", ",
                        recipients.stream().map(AgencyCode::value).sorted().toList()));
    }

    private void look(ParcelId parcel, Set<AgencyCode> stopped, String who) {
        rows.lockSent(parcel)
                .ifPresent(document ->
                        after(reach.fates(document, stopped)).ifPresent(state -> move(document, state, who)));
    }

    /** The state that follows from what became of a document at its recipients; empty as long as nobody has given it back. */
    static Optional<OutgoingState> after(Collection<Fate> fates) {
        if (!fates.contains(Fate.BACK)) {
            return Optional.empty();
        }
        return Optional.of(fates.contains(Fate.WITH_THEM) ? OutgoingState.PARTLY_RECALLED : OutgoingState.RECALLED);
    }

    private void move(Outgoing document, OutgoingState next, String detail) {
        OutgoingState now = document.state();
        boolean further = switch (next) {
            case RECALLED -> now != OutgoingState.RECALLED;
            case REPLACED -> now == OutgoingState.SENT || now == OutgoingState.PARTLY_RECALLED;
            case PARTLY_RECALLED -> now == OutgoingState.SENT;
            case DRAFT, SIGNED, NUMBERED, SENT, FAILED -> false;
        };
        if (now.hasLeft() && further) {
            rows.stand(document.id(), next);
            history.note(document.id(), "", History.Deed.valueOf(next.name()), detail);
        }
    }

    /** What became of a document at one recipient. */
    enum Fate {
        /** It has it, or may get it. */
        WITH_THEM,
        /** It has given it back, or the delivery was stopped. */
        BACK,
        /** It never had it, or refused it. */
        NEVER
    }
}
