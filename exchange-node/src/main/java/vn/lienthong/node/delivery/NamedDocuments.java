package vn.lienthong.node.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.document.DocumentCode;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/** Finds documents by the names that other systems know them by. Ordinary documents only: lists know of no others. */
public interface NamedDocuments {

    /** The most documents that are returned. */
    int MOST = 50;

    /**
     * Documents that one of the agencies sent, newest first.
     *
     * @param senders codes of the sender
     * @param documentId the sender's own identifier; empty to search by number only
     * @param number the part of the displayed code before the stroke, or all of it; empty to search by identifier only
     */
    List<Named> sent(Set<AgencyCode> senders, String documentId, String number);

    /**
     * Documents that arrived for one of the agencies, newest first.
     *
     * @param recipients codes of the recipient
     * @param senders codes of the sender; empty for whoever sent it
     * @param documentId the sender's own identifier; empty to search by number only
     * @param number the part of the displayed code before the stroke, or all of it; empty to search by identifier only
     */
    List<Named> arrived(Set<AgencyCode> recipients, Set<AgencyCode> senders, String documentId, String number);

    /**
     * A document by its names.
     *
     * @param parcelId its parcel
     * @param sender who sent it
     * @param recipient the code under which it arrived; null for documents that were sent
     * @param documentId the sender's own identifier; may be empty
     * @param code number and notation
     * @param issuedOn its day of issue; null when it bears none
     */
    record Named(
            ParcelId parcelId,
            AgencyCode sender,
            @Nullable AgencyCode recipient,
            String documentId,
            DocumentCode code,
            @Nullable LocalDate issuedOn) {}
}
