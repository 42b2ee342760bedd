package vn.lienthong.node.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * A document that arrived for one agency, as lists and pages show it.
 *
 * @param entryId its place in the inbox
 * @param parcelId its parcel
 * @param recipient the code under which it was addressed
 * @param sender who sent it
 * @param senderName the sender's name in the directory; the code when it is no longer listed
 * @param receivedAt when it was durable here
 * @param urgency 0 to 4
 * @param state what became of it
 * @param leasedUntil until when somebody is taking it; null when nobody is
 * @param document what may be shown of the document
 * @param packageSize octets of the signed package
 */
public record InboxEntry(
        long entryId,
        ParcelId parcelId,
        AgencyCode recipient,
        AgencyCode sender,
        String senderName,
        Instant receivedAt,
        int urgency,
        State state,
        @Nullable Instant leasedUntil,
        Dispatch.Summary document,
        long packageSize) {

    /** What became of an entry. */
    public enum State {
        /** Nobody has taken it. */
        ARRIVED,
        /** It was taken, with the right digest. */
        HANDED_OVER,
        /** The recipient's people refused it. */
        REFUSED,
        /** The sender took it back before anybody had taken it. */
        WITHDRAWN
    }
}
