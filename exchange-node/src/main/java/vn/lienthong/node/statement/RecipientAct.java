package vn.lienthong.node.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementActor;
import vn.lienthong.core.statement.StatementId;
import vn.lienthong.core.statement.StatementWords;

/**
 * What somebody of a recipient answers to the sender of a document.
 *
 * @param parcel the document's parcel
 * @param agencies for whom the caller may act
 * @param recipient the code under which the parcel was addressed: one of the agencies must have it
 * @param request the statement that is answered
 * @param words why; required when declining
 * @param actor who speaks for the agency; null when the agency does not say
 */
public record RecipientAct(
        ParcelId parcel,
        Set<AgencyCode> agencies,
        AgencyCode recipient,
        StatementId request,
        StatementWords words,
        @Nullable StatementActor actor) {

    /** Copies the set. */
    public RecipientAct {
        agencies = Set.copyOf(agencies);
    }
}
