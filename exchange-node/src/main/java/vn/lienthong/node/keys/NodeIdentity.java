package vn.lienthong.node.keys;

import java.security.cert.X509Certificate;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.crypto.key.SigningKey;

/**
 * What the central directory gave this installation at its enrolment.
 *
 * @param nodeId its name
 * @param tls key and certificate of its connections
 * @param signing key and certificate for parcels and evidence
 * @param authority the issuing authority's own certificate, pinned at enrolment
 */
public record NodeIdentity(NodeId nodeId, SigningKey tls, SigningKey signing, X509Certificate authority) {}
