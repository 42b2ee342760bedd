package vn.lienthong.crypto.certificate;

import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.crypto.internal.certificate.CertificateIssuer;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;

/**
 * The X.509 authority that the directory runs: one EC P-384 root that issues leaf certificates and revocation lists.
 *
 * <p>Guarantees: serial numbers carry 127 random bits; a certificate holds only what the order says, never a name or extension
 * of the request; a certificate never outlives the authority's own. Thread-safe.
 */
public final class CertificateAuthority {

    private final SigningKey root;
    private final InstantSource clock;

    /** Issues with this root; see {@link #createRoot}. */
    public CertificateAuthority(SigningKey root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    /** Creates a new EC P-384 key and its self-signed certificate. */
    public static SigningKey createRoot(X500Principal subject, Duration validity, InstantSource clock) {
        KeyPair pair = KeyAlgorithms.generate(KeyAlgorithm.EC_P384);
        CertificateOrder order = new CertificateOrder(CertificateProfile.AUTHORITY, subject, validity);
        X509Certificate certificate = CertificateIssuer.selfSigned(pair, order, clock.instant());
        return new SigningKey(pair.getPrivate(), List.of(certificate));
    }

    /** Returns the certificate that others hold as their trust anchor. */
    public X509Certificate certificate() {
        return root.certificate();
    }

    /**
     * Issues a certificate for the key of a request whose self-signature has been verified.
     *
     * @throws IllegalArgumentException if the profile does not allow such a key
     */
    public X509Certificate issue(CertificateRequest request, CertificateOrder order) {
        return issueFor(request.publicKey(), order);
    }

    /**
     * Issues a certificate for a bare public key: key encapsulation keys cannot sign a request. The caller vouches for where
     * the key came from.
     *
     * @throws IllegalArgumentException if the profile does not allow such a key
     */
    public X509Certificate issueFor(PublicKey key, CertificateOrder order) {
        if (order.profile() == CertificateProfile.AUTHORITY || !order.profile().allows(key)) {
            throw new IllegalArgumentException("no " + order.profile() + " certificate for such a key");
        }
        return CertificateIssuer.issue(key, order, root, clock.instant());
    }

    /**
     * Returns a signed revocation list in DER.
     *
     * @param revoked all certificates revoked so far
     * @param number grows with every list
     * @param untilNext how long the list counts as current
     */
    public byte[] revocationList(Collection<RevokedCertificate> revoked, long number, Duration untilNext) {
        return CertificateIssuer.revocationList(revoked, number, untilNext, root, clock.instant());
    }
}
