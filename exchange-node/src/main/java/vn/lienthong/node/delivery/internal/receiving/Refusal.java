package vn.lienthong.node.delivery.internal.receiving;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.wire.ParcelHead;

/**
 * Why a parcel is turned away.
 *
 * @param code for the sender
 * @param detail in English, for log and evidence; free of names and content
 * @param head the parcel; null when it could not be read
 * @param spokenFor recipients served here in whose name the refusal is stated; none as long as the parcel may not really come
 *     from whom it says
 */
record Refusal(ErrorCode code, String detail, @Nullable ParcelHead head, List<AgencyCode> spokenFor) {

    Refusal {
        spokenFor = List.copyOf(spokenFor);
    }

    /** Of something that nobody can speak about. */
    static Refusal silent(ErrorCode code, String detail, @Nullable ParcelHead head) {
        return new Refusal(code, detail, head, List.of());
    }

    Optional<ParcelId> parcelId() {
        return Optional.ofNullable(head).map(known -> known.header().parcelId());
    }
}
