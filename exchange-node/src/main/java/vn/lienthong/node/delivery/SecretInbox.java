package vn.lienthong.node.delivery;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;

/**
 * State secrets that arrived for the agencies of this node. {@link Inbox} knows nothing of them.
 *
 * <p>Guarantees as for the inbox: an entry is handed over or refused once, with evidence to the sender in the same transaction; the
 * same call again gets the same evidence. The caller answers for who may know and who may read.
 */
public interface SecretInbox {

    /**
     * What arrived for some agencies, newest first, whatever became of it.
     *
     * @param before only entries before this one; {@link Long#MAX_VALUE} for the first page
     * @param limit 1 to 200
     */
    List<SecretEntry> list(Set<AgencyCode> agencies, long before, int limit);

    /** One entry of one of the agencies, whatever became of it. */
    Optional<SecretEntry> find(Set<AgencyCode> agencies, long entryId);

    /** The entry of a parcel for a recipient. */
    Optional<SecretEntry> find(ParcelId parcel, AgencyCode recipient);

    /**
     * The payload key, opened once more with the agency's own key, as long as the envelope is kept: for whoever splits it later than
     * at the arrival. The caller wipes it.
     *
     * @return empty when there is no such entry or its envelope was forgotten
     */
    Optional<byte[]> payloadKey(Set<AgencyCode> agencies, long entryId);

    /**
     * Forgets the envelope for this recipient, in the caller's transaction: from then on only who holds the payload key can read. The
     * octets are gone when all recipients of the parcel on this node have done so.
     *
     * @return false when there is no such entry
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    boolean forgetEnvelope(ParcelId parcel, AgencyCode recipient);

    /**
     * Opens the package with a payload key; close what is opened.
     *
     * @param payloadKey 32 octets; copied, the caller wipes its own
     * @throws IOException when the store fails
     */
    SecretAccess open(Set<AgencyCode> agencies, long entryId, byte[] payloadKey) throws IOException;

    /** Takes the document over: the caller has computed this digest of the package itself. */
    Settlement acknowledge(AgencyCode agency, long entryId, Sha512 computed);

    /** Refuses the document. The sender hears the reason and no words. */
    Settlement refuse(AgencyCode agency, long entryId, ClerkReason reason);
}
