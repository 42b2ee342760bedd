package vn.lienthong.node.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;

/** Which parcels this node knows, and between whom they are. */
public interface ParcelParties {

    /** A parcel of an agency of this node on its way to the recipient; empty when there is none. */
    Optional<Sent> sent(ParcelId parcel, AgencyCode recipient);

    /** All recipients of a parcel that an agency of this node sent; empty when there is none. */
    List<Sent> sent(ParcelId parcel);

    /** A parcel that arrived here for the recipient; empty when there is none. */
    Optional<Arrived> arrived(ParcelId parcel, AgencyCode recipient);

    /**
     * One delivery, seen from its sender.
     *
     * @param parcelId the parcel
     * @param sender who sent it
     * @param recipient to whom
     * @param node the node to which it went
     * @param stage where it stands
     * @param createdAt when it was accepted for sending
     */
    record Sent(
            ParcelId parcelId,
            AgencyCode sender,
            AgencyCode recipient,
            NodeId node,
            DeliveryStage stage,
            Instant createdAt) {}

    /**
     * One delivery, seen from its recipient.
     *
     * @param parcelId the parcel
     * @param sender who sent it
     * @param recipient to whom
     * @param node from which node it came
     * @param entryId its entry of the inbox
     * @param state what became of the entry
     * @param receivedAt when it was durable here
     */
    record Arrived(
            ParcelId parcelId,
            AgencyCode sender,
            AgencyCode recipient,
            NodeId node,
            long entryId,
            InboxEntry.State state,
            Instant receivedAt) {}
}
