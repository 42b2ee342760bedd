package vn.lienthong.node.delivery.internal.transport;

import java.time.Instant;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.error.ErrorCode;

/** What came of one try to carry a shipment. */
public sealed interface Carried {

    /** Returns which shipment was tried. */
    ClaimedShipment shipment();

    /** Returns how the try went. */
    Trip trip();

    /** The target has answered for this parcel. */
    record Answered(ClaimedShipment shipment, Trip trip, TransferAnswer answer) implements Carried {}

    /** There is no answer: nothing is known, the parcel has to be tried again. */
    record Unanswered(ClaimedShipment shipment, Trip trip, ErrorCode code) implements Carried {}

    /**
     * The facts of a try.
     *
     * @param startedAt when it began
     * @param endedAt when it ended
     * @param httpStatus the status; 0 when there was none
     * @param octets payload octets sent in this try
     * @param fromOffset where a resumed transfer began
     */
    record Trip(Instant startedAt, Instant endedAt, int httpStatus, long octets, long fromOffset) {}
}
