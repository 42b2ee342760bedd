package vn.lienthong.node.delivery.internal.receiving;

import java.util.List;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.evidence.SignedEvidence;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.evidence.StoredEvidence;

/**
 * A parcel that passed every check and whose payload is durable; only the database does not know it yet.
 *
 * @param parcel its outside
 * @param verified its inside
 * @param consignments what is stated about it, one per recipient served here
 * @param origin how it came
 */
record SoundParcel(
        ExaminedParcel parcel,
        Verification.Outcome.Verified verified,
        List<StoredEvidence> consignments,
        Origin origin) {

    /** How a payload came into the store. */
    enum Origin {
        /** With its parcel, in one request. */
        BATCH,
        /** By an upload. */
        UPLOAD,
        /** It is this node's own. */
        LOCAL
    }

    SoundParcel {
        consignments = List.copyOf(consignments);
    }

    ParcelId id() {
        return parcel.head().header().parcelId();
    }

    Secrecy level() {
        return verified.level();
    }

    List<SignedEvidence> signed() {
        return consignments.stream().map(StoredEvidence::signed).toList();
    }
}
