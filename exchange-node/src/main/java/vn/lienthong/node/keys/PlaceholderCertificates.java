package vn.lienthong.node.keys;

import java.security.KeyPair;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;

/**
 * Makes new keys in the form in which key files hold them: with a certificate, which nobody trusts and which is replaced by the
 * directory's. Keys are on disk before the directory hears of them, so that a crash in between loses none.
 */
public final class PlaceholderCertificates {

    private static final X500Principal NAME = new X500Principal("CN=not certified yet");
    private static final Duration VALIDITY = Duration.ofDays(1);

    private final CertificateAuthority nobody;

    /** Makes an authority that exists only here. */
    public PlaceholderCertificates(InstantSource clock) {
        nobody = new CertificateAuthority(CertificateAuthority.createRoot(NAME, VALIDITY.plusDays(1), clock), clock);
    }

    /** A new key of the algorithm. */
    public SigningKey generate(KeyAlgorithm algorithm) {
        CertificateProfile profile = switch (algorithm) {
            case MLKEM768_X25519, MLKEM1024_ECDH_P384 -> CertificateProfile.AGENCY_KEM;
            default -> CertificateProfile.AGENCY_SIGNING;
        };
        return placed(KeyAlgorithms.generate(algorithm), profile);
    }

    /** A key to which envelopes are sealed, as its suite has made it. */
    public SigningKey generate(KeyPair recipient) {
        return placed(recipient, CertificateProfile.AGENCY_KEM);
    }

    private SigningKey placed(KeyPair pair, CertificateProfile profile) {
        return new SigningKey(
                pair.getPrivate(),
                List.of(nobody.issueFor(pair.getPublic(), new CertificateOrder(profile, NAME, VALIDITY))));
    }
}
