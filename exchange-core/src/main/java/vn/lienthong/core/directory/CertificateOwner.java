package vn.lienthong.core.directory;

import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.party.NodeId;

/** Whose certificate it is. */
public sealed interface CertificateOwner {

    /**
     * A node's, for connections or for signatures.
     *
     * @param id the node
     */
    record OfNode(NodeId id) implements CertificateOwner {}

    /**
     * An agency's, for signatures or for sealing.
     *
     * @param id the agency
     */
    record OfAgency(AgencyId id) implements CertificateOwner {}
}
