package vn.lienthong.node.keys;

import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;

/**
 * This node is about to go on with renewed certificates. Published as an application event before it does.
 *
 * @param node its name
 * @param before fingerprint of the signing certificate until now
 * @param after fingerprint of the new one
 */
public record NodeCertificatesRenewed(NodeId node, Sha256 before, Sha256 after) {}
