package vn.lienthong.core.evidence;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * What a chain of evidence is about: one parcel on its way to one recipient.
 *
 * @param parcelId the parcel
 * @param sender the sending agency
 * @param recipient the one recipient of this chain; null in submission evidence about the whole parcel
 */
public record EvidenceSubject(
        ParcelId parcelId, AgencyCode sender, @Nullable AgencyCode recipient) {

    /** Returns whether both are about the same parcel, sender and, where both name one, recipient. */
    public boolean isAbout(EvidenceSubject other) {
        return parcelId.equals(other.parcelId)
                && sender.equals(other.sender)
                && (recipient == null || other.recipient == null || recipient.equals(other.recipient));
    }
}
