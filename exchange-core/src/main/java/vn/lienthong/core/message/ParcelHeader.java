package vn.lienthong.core.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.SuiteId;
import vn.lienthong.core.value.Timestamps;

/**
 * The clear routing header of a parcel: everything that a carrier must know and nothing more. No subject, no file names.
 *
 * @param parcelId the same over all retries
 * @param suite how it is sealed
 * @param sender the sending agency
 * @param senderNode the node that signed the outside
 * @param recipients 1 to 500 codes, sorted, each once
 * @param urgency decides the lane
 * @param createdAt when the parcel was sealed
 * @param expiresAt from when on nobody accepts it any more; at most 90 days after creation
 * @param payload sizes and digests of the ciphertext
 */
public record ParcelHeader(
        ParcelId parcelId,
        SuiteId suite,
        AgencyCode sender,
        NodeId senderNode,
        List<AgencyCode> recipients,
        Urgency urgency,
        Instant createdAt,
        Instant expiresAt,
        PayloadDescription payload) {

    /** The version of the structure. */
    public static final int VERSION = 1;

    /** The most recipients of one parcel. */
    public static final int MAX_RECIPIENTS = 500;

    /** The longest header in octets. */
    public static final int MAX_OCTETS = 64 << 10;

    /** The longest time between creation and expiry. */
    public static final Duration MAX_LIFE = Duration.ofDays(90);

    /** Checks the invariants; instants are cut to milliseconds. */
    public ParcelHeader {
        recipients = SortedRecipients.require(recipients);
        createdAt = Timestamps.millis(createdAt);
        expiresAt = Timestamps.millis(expiresAt);
        if (!expiresAt.isAfter(createdAt) || expiresAt.isAfter(createdAt.plus(MAX_LIFE))) {
            throw new IllegalArgumentException("a parcel expires after its creation and within 90 days");
        }
    }

    /** Returns whether the parcel may no longer be accepted at that instant. */
    public boolean isExpiredAt(Instant time) {
        return !time.isBefore(expiresAt);
    }

    /** Returns whether the agency with that code is addressed. */
    public boolean addresses(AgencyCode code) {
        return recipients.contains(code);
    }
}
