package vn.lienthong.node.delivery;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Sha512;

/**
 * What arrived for the agencies of this node.
 *
 * <p>Guarantees: an entry is leased to one caller at a time; it is handed over or refused once, with evidence to the sender in
 * the same transaction; the same call again gets the same evidence. An agency finds its entries under all its codes.
 */
public interface Inbox {

    /**
     * What waits to be taken, oldest first. Entries of transactions that overlap may become visible out of order: begin at 0 again
     * after the last page, what was taken has gone.
     *
     * @param after only entries behind this one; 0 for the first page
     * @param limit 1 to 200
     * @param deadline until when to wait for something when there is nothing
     */
    List<InboxEntry> waiting(AgencyCode agency, long after, int limit, Instant deadline);

    /**
     * Everything that arrived for some agencies, newest first, whatever became of it.
     *
     * @param before only entries before this one; {@link Long#MAX_VALUE} for the first page
     * @param limit 1 to 200
     */
    List<InboxEntry> all(Set<AgencyCode> agencies, long before, int limit);

    /** One entry of one of the agencies, whatever became of it. */
    Optional<InboxEntry> find(Set<AgencyCode> agencies, long entryId);

    /** Everything about the document of an entry, without opening the package. */
    Optional<Document> document(Set<AgencyCode> agencies, long entryId);

    /**
     * Reserves an entry for ten minutes.
     *
     * @param renewed the lease that the caller holds already
     */
    LeaseAnswer lease(AgencyCode agency, long entryId, Optional<UUID> renewed);

    /**
     * Opens the package for the holder of the lease; close what is opened.
     *
     * @throws IOException when the store fails
     */
    PackageAccess open(AgencyCode agency, long entryId, UUID lease) throws IOException;

    /**
     * Opens the package for somebody who looks at it without taking it, such as a clerk at the screen; close what is opened.
     *
     * @throws IOException when the store fails
     */
    PackageAccess look(Set<AgencyCode> agencies, long entryId) throws IOException;

    /** Takes the document over: the caller has computed this digest of the package itself. */
    Settlement acknowledge(AgencyCode agency, long entryId, UUID lease, Sha512 computed);

    /**
     * Refuses the document.
     *
     * @param text words for the sender, at most 400 characters; may be empty
     */
    Settlement refuse(AgencyCode agency, long entryId, UUID lease, ClerkReason reason, String text);

    /**
     * Closes an entry that nobody has taken, because its sender takes the document back, in the caller's transaction; the sender's
     * node gets evidence.
     *
     * @param recipient the code under which the parcel was addressed
     * @return false when the entry was settled before, or there is none
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    boolean withdraw(ParcelId parcel, AgencyCode recipient);
}
