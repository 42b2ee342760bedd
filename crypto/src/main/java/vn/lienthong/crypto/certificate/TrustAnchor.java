package vn.lienthong.crypto.certificate;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Set;
import vn.lienthong.crypto.internal.certificate.CertificateInspector;

/**
 * An authority's certificate that is trusted as it stands, and the certificates below it that are revoked.
 *
 * @param authority the authority's own certificate, obtained out of band
 * @param revoked fingerprints of revoked certificates, see {@link Certificates#fingerprint}
 */
public record TrustAnchor(X509Certificate authority, Set<String> revoked) {

    /** Copies the set. */
    public TrustAnchor {
        revoked = Set.copyOf(revoked);
    }

    /** An anchor below which nothing is revoked. */
    public TrustAnchor(X509Certificate authority) {
        this(authority, Set.of());
    }

    /**
     * Checks a certificate issued directly by this authority: signature, validity of both certificates, revocation, key
     * usages and key algorithm of the profile. Unknown critical extensions are refused.
     */
    public CertificateCheck check(X509Certificate certificate, CertificateProfile profile, Instant at) {
        return CertificateInspector.check(certificate, this, profile, at);
    }
}
