package vn.lienthong.node.delivery;

import java.util.Set;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/** Stops parcels of agencies of this node, in the caller's transaction and with evidence. */
public interface Withdrawals {

    /**
     * Stops what cannot have left this node. A parcel goes to a node once for all its recipients there: it is stopped
     * only when all of them that still wait are named.
     *
     * @return the recipients that will not get it any more
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    Set<AgencyCode> beforeLeaving(ParcelId parcel, Set<AgencyCode> recipients);
}
