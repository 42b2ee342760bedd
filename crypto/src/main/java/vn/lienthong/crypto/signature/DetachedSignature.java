package vn.lienthong.crypto.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import vn.lienthong.crypto.internal.signature.CmsSignatures;
import vn.lienthong.crypto.key.SigningKey;

/**
 * A detached CMS signature of one signer (RFC 5652), as nodes put on parcels and evidence.
 *
 * <p>Guarantees: the signed attributes bind content type, content digest, signing time, algorithms (RFC 6211) and the signer's
 * certificate (RFC 5035). A verified signature was made by exactly the expected certificate, has no second signer and no
 * unsigned attributes. Thread-safe.
 */
public final class DetachedSignature {

    /** The largest signature that is looked at, in octets. */
    public static final int MAX_SIZE = 64 * 1024;

    private DetachedSignature() {}

    /**
     * Signs the content.
     *
     * @return the signature in DER, with the signer's own certificate and no other
     * @throws IllegalArgumentException if the key cannot sign
     */
    public static byte[] sign(byte[] content, SigningKey key, Instant signingTime) {
        return CmsSignatures.sign(content, List.of(key), signingTime);
    }

    /** Verifies that the content was signed by exactly this certificate. */
    public static SignatureCheck verify(byte[] content, byte[] signature, X509Certificate expected) {
        return CmsSignatures.verify(content, signature, List.of(expected));
    }
}
