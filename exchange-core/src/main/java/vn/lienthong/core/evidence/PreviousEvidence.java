package vn.lienthong.core.evidence;

import vn.lienthong.core.value.Sha256;

/**
 * The link to the evidence before.
 *
 * @param id its identity
 * @param sha256 digest of its exact octets
 */
public record PreviousEvidence(EvidenceId id, Sha256 sha256) {}
