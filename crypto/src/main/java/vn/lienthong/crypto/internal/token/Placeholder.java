package vn.lienthong.crypto.internal.token;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;

/** Certificates that say nothing but the public key: the key store of a token takes no key without one. */
final class Placeholder {

    private static final X500Principal NAME = new X500Principal("CN=not certified yet");
    private static final Duration VALIDITY = Duration.ofDays(1);

    /** Long past: nobody takes it for a certificate in force. */
    private static final Instant MADE = Instant.parse("2000-01-01T00:00:00Z");

    private Placeholder() {}

    static X509Certificate of(PublicKey key) {
        CertificateAuthority nobody = new CertificateAuthority(
                CertificateAuthority.createRoot(NAME, VALIDITY.plusDays(1), () -> MADE), () -> MADE);
        return nobody.issueFor(key, new CertificateOrder(CertificateProfile.AGENCY_SIGNING, NAME, VALIDITY));
    }
}
