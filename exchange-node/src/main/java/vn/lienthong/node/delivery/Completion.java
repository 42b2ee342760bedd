package vn.lienthong.node.delivery;

import vn.lienthong.core.message.ParcelId;

/** How a dispatch ended when all its files had come. */
public sealed interface Completion {

    /**
     * This node has taken responsibility: the parcel would survive a loss of power and is on its way.
     *
     * @param parcelId the new parcel
     */
    record Taken(ParcelId parcelId) implements Completion {}

    /**
     * The same order was carried out meanwhile; of this one nothing is kept.
     *
     * @param parcelId what came of the other
     */
    record Repeated(ParcelId parcelId) implements Completion {}

    /** Another order was carried out meanwhile under the same idempotency key; of this one nothing is kept. */
    record KeyTaken() implements Completion {}
}
