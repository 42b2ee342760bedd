package vn.lienthong.node.delivery.internal.evidencing;

import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/** Closes entries of secrets that nobody has taken. */
@FunctionalInterface
public interface SecretWithdrawal {

    /** In the caller's transaction; false when the entry was settled before, or there is none. */
    boolean withdraw(ParcelId parcel, AgencyCode recipient);
}
