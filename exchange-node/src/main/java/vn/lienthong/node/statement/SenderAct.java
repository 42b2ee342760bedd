package vn.lienthong.node.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.statement.StatementActor;
import vn.lienthong.core.statement.StatementWords;

/**
 * What somebody of the sender wants to tell some recipients of a document.
 *
 * @param parcel the document's parcel
 * @param agencies for whom the caller may act; one of them must have sent it
 * @param recipients whom to tell
 * @param words why
 * @param actor who speaks for the agency; null when the agency does not say
 */
public record SenderAct(
        ParcelId parcel,
        Set<AgencyCode> agencies,
        Set<AgencyCode> recipients,
        StatementWords words,
        @Nullable StatementActor actor) {

    /** Copies the sets. */
    public SenderAct {
        agencies = Set.copyOf(agencies);
        recipients = Set.copyOf(recipients);
    }
}
