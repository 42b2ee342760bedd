package vn.lienthong.core.message;

import java.util.List;
import vn.lienthong.core.party.AgencyCode;

/**
 * The signed list of addressees inside the package. Because the agency signs it, nobody can seal the package again to somebody
 * else and pretend that the agency sent it there.
 *
 * @param parcelId the parcel in which the package travels
 * @param sender the agency that signed
 * @param recipients the recipients of the parcel's header: 1 to 500, sorted, each once
 */
public record RecipientsManifest(ParcelId parcelId, AgencyCode sender, List<AgencyCode> recipients) {

    /** The version of the structure. */
    public static final int VERSION = 1;

    /** Checks the order and number of the recipients. */
    public RecipientsManifest {
        recipients = SortedRecipients.require(recipients);
    }

    /** Returns the manifest that belongs to a header. */
    public static RecipientsManifest of(ParcelHeader header) {
        return new RecipientsManifest(header.parcelId(), header.sender(), header.recipients());
    }

    /** Returns whether package and parcel belong together. */
    public boolean matches(ParcelHeader header) {
        return equals(of(header));
    }
}
