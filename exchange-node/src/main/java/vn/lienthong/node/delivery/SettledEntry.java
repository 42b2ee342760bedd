package vn.lienthong.node.delivery;

import java.time.Instant;
import java.util.List;
import vn.lienthong.core.evidence.EvidenceReason;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * An entry of the inbox that has come to its end.
 *
 * @param entryId which
 * @param parcelId its parcel
 * @param sender who sent it
 * @param recipient the code under which it was addressed
 * @param state how it ended
 * @param reasons why, when it was refused
 * @param at when
 */
public record SettledEntry(
        long entryId,
        ParcelId parcelId,
        AgencyCode sender,
        AgencyCode recipient,
        InboxEntry.State state,
        List<EvidenceReason> reasons,
        Instant at) {

    /** Copies the reasons. */
    public SettledEntry {
        reasons = List.copyOf(reasons);
    }
}
