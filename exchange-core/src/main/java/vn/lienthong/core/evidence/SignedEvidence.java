package vn.lienthong.core.evidence;

import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;

/**
 * An evidence as it travels: the exact octets and the issuer's detached signature over them.
 *
 * @param octets the encoded evidence, at most 64 KiB
 * @param signature CMS SignedData (DER), detached, at most 16 KiB
 */
public record SignedEvidence(Octets octets, Octets signature) {

    /** The longest signature in octets. */
    public static final int MAX_SIGNATURE = 16 << 10;

    /** Bounds both parts. */
    public SignedEvidence {
        if (octets.isEmpty() || octets.size() > Evidence.MAX_OCTETS) {
            throw new IllegalArgumentException("evidence octets are out of range");
        }
        if (signature.isEmpty() || signature.size() > MAX_SIGNATURE) {
            throw new IllegalArgumentException("evidence signature is out of range");
        }
    }

    /** Returns the digest of the octets, to which the next evidence links. */
    public Sha256 sha256() {
        return octets.sha256();
    }
}
