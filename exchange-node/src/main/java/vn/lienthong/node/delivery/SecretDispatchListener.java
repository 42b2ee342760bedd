package vn.lienthong.node.delivery;

import java.util.List;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/** Hears of state secrets of agencies of this node, as {@link DispatchListener} hears of ordinary documents. */
public interface SecretDispatchListener {

    /** This node takes responsibility for a secret: its rows are written, not committed. */
    default void accepted(ParcelId parcel, AgencyCode sender) {}

    /** Deliveries of secrets stand elsewhere than before: written, not committed. */
    default void moved(List<MovedDelivery> moves) {}
}
