package vn.lienthong.node.delivery;

import java.time.Instant;
import java.util.List;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * A state secret that was sent, with every delivery. What is in it is known to nobody here.
 *
 * @param parcelId its parcel
 * @param sender who sent it
 * @param level how secret
 * @param createdAt when it was accepted for sending
 * @param expiresAt when delivery is given up
 * @param urgency 0 to 4
 * @param payloadSize octets that travel
 * @param packageSha512 hex digest of the signed package
 * @param deliveries one per recipient
 */
public record SecretDispatch(
        ParcelId parcelId,
        AgencyCode sender,
        Secrecy level,
        Instant createdAt,
        Instant expiresAt,
        int urgency,
        long payloadSize,
        String packageSha512,
        List<Dispatch.Leg> deliveries) {

    /** Copies the deliveries. */
    public SecretDispatch {
        deliveries = List.copyOf(deliveries);
    }
}
