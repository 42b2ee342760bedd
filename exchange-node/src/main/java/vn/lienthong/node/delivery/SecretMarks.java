package vn.lienthong.node.delivery;

import java.util.Collection;
import java.util.Set;
import vn.lienthong.core.message.ParcelId;

/**
 * Which parcels are state secrets: for doors that answer by an identifier and reach their answers without {@link Dispatches} or
 * {@link Inbox}. What is a secret does not exist for them.
 */
public interface SecretMarks {

    /** Returns whether the parcel, sent or arrived, is a state secret; false for one that nobody knows. */
    boolean isSecret(ParcelId parcel);

    /** Those of the parcels that are state secrets; at most 1000 are asked for. */
    Set<ParcelId> among(Collection<ParcelId> parcels);
}
