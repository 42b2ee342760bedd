package vn.lienthong.node.delivery;

import java.time.Instant;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;

/**
 * A parcel that this node has taken for one of its agencies.
 *
 * @param parcelId the parcel
 * @param sender who sent it
 * @param senderNode from where it came; this node itself for an agency served here
 * @param recipient the code under which it was addressed
 * @param entryId its entry of the inbox
 * @param at when it was durable here
 */
public record Arrival(
        ParcelId parcelId, AgencyCode sender, NodeId senderNode, AgencyCode recipient, long entryId, Instant at) {}
