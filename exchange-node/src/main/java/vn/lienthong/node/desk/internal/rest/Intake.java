package vn.lienthong.node.desk.internal.rest;

import java.util.List;
import vn.lienthong.core.delivery.RecipientCheck;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/** What came of a form that was not refused. */
sealed interface Intake {

    /** The parcel that this request or its first form led to. */
    ParcelId parcelId();

    /**
     * A new parcel.
     *
     * @param parcelId the parcel
     * @param leftOut recipients to whom nothing is sent
     */
    record Taken(ParcelId parcelId, List<RecipientCheck> leftOut) implements Intake {}

    /**
     * The same request came before.
     *
     * @param parcelId what came of it
     * @param asked the recipients of the request
     */
    record Repeated(ParcelId parcelId, List<AgencyCode> asked) implements Intake {}
}
