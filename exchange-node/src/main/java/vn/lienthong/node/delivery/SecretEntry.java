package vn.lienthong.node.delivery;

import java.time.Instant;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;

/**
 * A state secret that arrived for one agency. What is in it is known only to whoever opens it.
 *
 * @param entryId its place in the inbox
 * @param parcelId its parcel
 * @param recipient the code under which it was addressed
 * @param sender who sent it
 * @param senderName the sender's name in the directory; the code when it is no longer listed
 * @param level how secret
 * @param receivedAt when it was durable here
 * @param urgency 0 to 4
 * @param state what became of it
 * @param packageSize octets of the signed package
 * @param packageSha512 hex digest of the signed package, for the hand-over
 * @param keyKept whether the payload key can still be had with the agency's own key
 */
public record SecretEntry(
        long entryId,
        ParcelId parcelId,
        AgencyCode recipient,
        AgencyCode sender,
        String senderName,
        Secrecy level,
        Instant receivedAt,
        int urgency,
        InboxEntry.State state,
        long packageSize,
        String packageSha512,
        boolean keyKept) {}
