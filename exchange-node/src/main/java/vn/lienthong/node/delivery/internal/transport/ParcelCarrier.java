package vn.lienthong.node.delivery.internal.transport;

import java.util.List;
import vn.lienthong.core.party.NodeId;

/** Carries parcels to one node. Blocks until there is an answer or none will come; never throws for the network's sake. */
public interface ParcelCarrier {

    /**
     * Tries once.
     *
     * @param shipments to that very node, of one lane
     * @return one result per shipment
     */
    List<Carried> carry(NodeId target, List<ClaimedShipment> shipments);
}
