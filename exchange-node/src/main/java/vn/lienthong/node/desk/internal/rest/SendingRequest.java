package vn.lienthong.node.desk.internal.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.node.identity.ApiCaller;

/**
 * A request to send uploaded files, as it stands.
 *
 * @param id its temporary name
 * @param caller who asked, with the scope to do so
 * @param key digest of its idempotency key
 * @param request digest of its octets
 * @param state how far it is
 * @param outcome what came of it
 * @param createdAt when it came
 */
record SendingRequest(
        RequestId id, ApiCaller caller, Sha256 key, Sha256 request, State state, Outcome outcome, Instant createdAt) {

    /** How far a request is. */
    enum State {
        /** Taken, not judged yet. */
        VALIDATING,
        /** A parcel is on its way. */
        ACCEPTED,
        /** Nothing is sent; the uploads are free again. */
        REFUSED
    }

    /**
     * What came of it.
     *
     * @param parcelId the parcel, when accepted
     * @param problem why, as JSON, when refused
     */
    record Outcome(@Nullable ParcelId parcelId, @Nullable String problem) {
        static final Outcome NONE = new Outcome(null, null);
    }
}
