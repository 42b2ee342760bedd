package vn.lienthong.crypto.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import vn.lienthong.crypto.internal.signature.CmsSignatures;
import vn.lienthong.crypto.key.DualSigningKey;

/**
 * A detached CMS signature of two signers, one classical and one post-quantum. It counts only when both are valid. Otherwise as
 * {@link DetachedSignature}. Thread-safe.
 */
public final class DualSignature {

    private DualSignature() {}

    /**
     * Signs the content with both keys.
     *
     * @return the signature in DER, with the two signers' certificates
     * @throws IllegalArgumentException if a key cannot sign
     */
    public static byte[] sign(byte[] content, DualSigningKey key, Instant signingTime) {
        return CmsSignatures.sign(content, List.of(key.classical(), key.postQuantum()), signingTime);
    }

    /** Verifies that the content was signed by exactly these two certificates. */
    public static SignatureCheck verify(
            byte[] content, byte[] signature, X509Certificate classical, X509Certificate postQuantum) {
        return CmsSignatures.verify(content, signature, List.of(classical, postQuantum));
    }
}
