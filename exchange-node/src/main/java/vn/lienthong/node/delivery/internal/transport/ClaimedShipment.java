package vn.lienthong.node.delivery.internal.transport;

import java.time.Instant;
import vn.lienthong.core.delivery.Lane;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.wire.ParcelHead;

/**
 * A shipment that this process has claimed and may carry until its lease ends.
 *
 * @param target the node that it goes to
 * @param lane its lane
 * @param attempts tries that failed before
 * @param head the parcel without its payload, which is in the store
 */
public record ClaimedShipment(NodeId target, Lane lane, int attempts, ParcelHead head) {

    /** Returns the parcel. */
    public ParcelId parcelId() {
        return head.header().parcelId();
    }

    /** Returns when delivery is given up. */
    public Instant expiresAt() {
        return head.header().expiresAt();
    }
}
