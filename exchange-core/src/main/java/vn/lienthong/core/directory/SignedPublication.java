package vn.lienthong.core.directory;

import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;

/**
 * A publication as it travels: exact octets and two detached signatures of the directory over them.
 *
 * @param octets the encoded publication, at most 8 MiB
 * @param classicalSignature CMS SignedData by the ECDSA P-384 key, at most 32 KiB
 * @param postQuantumSignature CMS SignedData by the ML-DSA-87 key, at most 32 KiB
 */
public record SignedPublication(Octets octets, Octets classicalSignature, Octets postQuantumSignature) {

    /** The longest signature in octets. */
    public static final int MAX_SIGNATURE = 32 << 10;

    /** Bounds all parts. */
    public SignedPublication {
        requireSize(octets, Publication.MAX_OCTETS);
        requireSize(classicalSignature, MAX_SIGNATURE);
        requireSize(postQuantumSignature, MAX_SIGNATURE);
    }

    /** Returns the digest to which the next publication chains. */
    public Sha256 sha256() {
        return octets.sha256();
    }

    private static void requireSize(Octets octets, int max) {
        if (octets.isEmpty() || octets.size() > max) {
            throw new IllegalArgumentException("a part of a signed publication is out of range");
        }
    }
}
