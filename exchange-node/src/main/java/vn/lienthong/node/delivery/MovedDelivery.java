package vn.lienthong.node.delivery;

import org.jspecify.annotations.Nullable;
import vn.lienthong.core.delivery.DeliveryStage;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * A delivery that stands elsewhere than before.
 *
 * @param parcelId the parcel
 * @param sender who sends it
 * @param recipient to whom
 * @param stage where it stands now
 * @param reasonCode why it was refused; null otherwise
 */
public record MovedDelivery(
        ParcelId parcelId,
        AgencyCode sender,
        AgencyCode recipient,
        DeliveryStage stage,
        @Nullable String reasonCode) {}
