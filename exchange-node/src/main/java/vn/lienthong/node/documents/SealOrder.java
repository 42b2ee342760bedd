package vn.lienthong.node.documents;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.Urgency;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.suite.Protection;
import vn.lienthong.crypto.suite.Suite;

/**
 * Everything that is decided before the first file of a document is read.
 *
 * @param parcelId the new parcel
 * @param suite in force for the protection now
 * @param protection the regime of the document
 * @param sender the sending agency
 * @param agencyKeys both signing keys of that agency
 * @param node this node
 * @param nodeKey the key that signs the outside
 * @param recipients every recipient with its key certificate of the suite; 1 to 500
 * @param urgency decides the lane
 * @param createdAt now
 * @param expiresAt when delivery is given up
 * @param metadata what is known about the document
 */
public record SealOrder(
        ParcelId parcelId,
        Suite suite,
        Protection protection,
        AgencyCode sender,
        DualSigningKey agencyKeys,
        NodeId node,
        SigningKey nodeKey,
        Map<AgencyCode, X509Certificate> recipients,
        Urgency urgency,
        Instant createdAt,
        Instant expiresAt,
        DocumentMetadata metadata) {

    /** Copies the recipients. */
    public SealOrder {
        recipients = Map.copyOf(recipients);
    }

    List<X509Certificate> recipientCertificates() {
        return List.copyOf(recipients.values());
    }
}
