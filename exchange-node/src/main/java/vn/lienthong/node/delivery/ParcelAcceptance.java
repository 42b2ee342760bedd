package vn.lienthong.node.delivery;

import java.util.List;
import vn.lienthong.core.delivery.TransferAnswer;
import vn.lienthong.core.party.NodeId;

/** Takes parcels that arrived, from a peer or from this very node (protocol §6). */
public interface ParcelAcceptance {

    /**
     * Checks the parcels and makes those that hold durable, in one transaction.
     *
     * @param from the node that sent them, already authenticated
     * @return one answer per parcel, in their order; {@code Accepted} only for what would survive a loss of power
     */
    List<TransferAnswer> accept(NodeId from, List<ArrivedParcel> parcels);
}
