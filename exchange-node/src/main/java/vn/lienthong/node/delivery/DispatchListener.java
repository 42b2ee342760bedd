package vn.lienthong.node.delivery;

import java.util.List;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * Hears of parcels of agencies of this node inside the very transactions that move them. All beans are called; what one throws
 * undoes the move: be quick and do not fail.
 */
public interface DispatchListener {

    /** This node takes responsibility for a parcel: its rows are written, not committed. */
    default void accepted(ParcelId parcel, AgencyCode sender) {}

    /** Deliveries stand elsewhere than before: written, not committed. */
    default void moved(List<MovedDelivery> moves) {}
}
