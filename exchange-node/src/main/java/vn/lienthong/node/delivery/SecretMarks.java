package vn.lienthong.node.delivery;

import java.util.Collection;
import java.util.Set;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelId;

/**
 * Which parcels are state secrets: for doors that answer by an identifier and reach their answers without {@link Dispatches} or
 * {@link Inbox}. What is a secret does not exist for them.
 */
public interface SecretMarks {

    /** Returns how secret the parcel is, sent or arrived; ordinary for one that nobody knows. */
    Secrecy level(ParcelId parcel);

    /** Returns whether the parcel, sent or arrived, is a state secret; false for one that nobody knows. */
    default boolean isSecret(ParcelId parcel) {
        return level(parcel).isStateSecret();
    }

    /** Those of the parcels that are state secrets; at most 1000 are asked for. */
    Set<ParcelId> among(Collection<ParcelId> parcels);
}
