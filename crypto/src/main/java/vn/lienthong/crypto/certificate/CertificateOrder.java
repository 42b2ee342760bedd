package vn.lienthong.crypto.certificate;

import java.time.Duration;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * What the authority is asked to put into a certificate. Everything comes from the directory's own records; of a request only
 * the public key is used.
 *
 * @param profile what the certificate is for
 * @param subject the distinguished name
 * @param validity how long it is valid from now
 * @param dnsNames host names, for {@link CertificateProfile#NODE_TLS} only
 * @param ipAddresses literal addresses, for {@link CertificateProfile#NODE_TLS} only
 */
public record CertificateOrder(
        CertificateProfile profile,
        X500Principal subject,
        Duration validity,
        List<String> dnsNames,
        List<String> ipAddresses) {

    /** Copies the lists; refuses names outside of TLS certificates and certificates that are never valid. */
    public CertificateOrder {
        dnsNames = List.copyOf(dnsNames);
        ipAddresses = List.copyOf(ipAddresses);
        boolean named = !dnsNames.isEmpty() || !ipAddresses.isEmpty();
        if (named != (profile == CertificateProfile.NODE_TLS)) {
            throw new IllegalArgumentException("host names belong to TLS certificates, and to them only");
        }
        if (!validity.isPositive()) {
            throw new IllegalArgumentException("a certificate needs a validity");
        }
    }

    /** An order without host names. */
    public CertificateOrder(CertificateProfile profile, X500Principal subject, Duration validity) {
        this(profile, subject, validity, List.of(), List.of());
    }
}
