package vn.lienthong.node.evidence;

import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.evidence.PreviousEvidence;
import vn.lienthong.core.evidence.SignedEvidence;

/**
 * An evidence whose signature has been made or verified here.
 *
 * @param evidence what it says
 * @param signed the very octets and the signature
 */
public record StoredEvidence(Evidence evidence, SignedEvidence signed) {

    /** Returns the link that the next evidence of the chain carries. */
    public PreviousEvidence asPrevious() {
        return new PreviousEvidence(evidence.id(), signed.sha256());
    }
}
