package vn.lienthong.crypto;

import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.key.DualSigningKey;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.key.SigningKey;

/** A real authority for tests, at a fixed time. */
public final class TestAuthority {

    /** The time of all tests. */
    public static final Instant NOW = Instant.parse("2026-11-21T08:15:30Z");

    private static final Duration YEAR = Duration.ofDays(365);

    private final SigningKey root =
            CertificateAuthority.createRoot(name("Test Root"), YEAR.multipliedBy(10), InstantSource.fixed(NOW));

    private final CertificateAuthority authority = new CertificateAuthority(root, InstantSource.fixed(NOW));

    /** Returns a distinguished name. */
    public static X500Principal name(String commonName) {
        return new X500Principal("CN=" + commonName + ",O=Lien thong,C=VN");
    }

    /** Returns the authority. */
    public CertificateAuthority authority() {
        return authority;
    }

    /** Returns a new signing key with its certificate and the root's. */
    public SigningKey signingKey(KeyAlgorithm algorithm, CertificateProfile profile, String commonName) {
        KeyPair pair = KeyAlgorithms.generate(algorithm);
        CertificateOrder order = new CertificateOrder(profile, name(commonName), YEAR);
        return new SigningKey(
                pair.getPrivate(), List.of(authority.issueFor(pair.getPublic(), order), authority.certificate()));
    }

    /** Returns the two keys of an agency. */
    public DualSigningKey agencyKeys(KeyAlgorithm classical, KeyAlgorithm postQuantum, String commonName) {
        return new DualSigningKey(
                signingKey(classical, CertificateProfile.AGENCY_SIGNING, commonName),
                signingKey(postQuantum, CertificateProfile.AGENCY_SIGNING, commonName));
    }

    /** Returns a key that opens envelopes. */
    public RecipientKey recipientKey(KeyAlgorithm algorithm, String commonName) {
        return recipientKey(KeyAlgorithms.generate(algorithm), commonName);
    }

    public RecipientKey recipientKey(KeyPair pair, String commonName) {
        CertificateOrder order = new CertificateOrder(CertificateProfile.AGENCY_KEM, name(commonName), YEAR);
        return new RecipientKey(pair.getPrivate(), authority.issueFor(pair.getPublic(), order));
    }
}
