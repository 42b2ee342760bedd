package vn.lienthong.node.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/** Sends documents of agencies served here and tells where they are. */
public interface Dispatches {

    /** Checks an order and begins a parcel for it. Nothing is kept before {@link OpenDispatch#submit}. */
    Submission begin(DispatchOrder order);

    /** One dispatch of the sender; empty when it has none of that name. */
    Optional<Dispatch> find(AgencyCode sender, ParcelId parcelId);

    /** The document of one of the sender's dispatches, as it stands in the package; empty when it has none of that name. */
    Optional<Document> document(AgencyCode sender, ParcelId parcelId);

    /**
     * Waits until every delivery has reached the stage, or will go no further, or the deadline has come.
     *
     * @return the dispatch as it is then
     */
    Optional<Dispatch> await(AgencyCode sender, ParcelId parcelId, DeliveryStage stage, Instant deadline);

    /**
     * A page of the sender's dispatches, newest first.
     *
     * @param before only those older than this parcel; empty for the first page
     * @param limit 1 to 200
     */
    List<Dispatch> list(AgencyCode sender, Optional<ParcelId> before, int limit);

    /**
     * Documents of the sender that bear the same number, notation and date.
     *
     * @return the youngest first, at most five
     */
    List<ParcelId> alike(AgencyCode sender, String number, String notation, LocalDate date);
}
