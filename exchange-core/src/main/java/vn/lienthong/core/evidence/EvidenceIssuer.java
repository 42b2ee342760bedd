package vn.lienthong.core.evidence;

import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Sha256;

/**
 * The node that states something.
 *
 * @param node its name in the directory
 * @param certificate SHA-256 of the certificate (DER) whose key signs the evidence
 */
public record EvidenceIssuer(NodeId node, Sha256 certificate) {}
