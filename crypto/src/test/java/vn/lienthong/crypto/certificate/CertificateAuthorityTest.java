package vn.lienthong.crypto.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.certificate.CertificateCheck.Invalid;
import vn.lienthong.crypto.certificate.CertificateCheck.Reason;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;

class CertificateAuthorityTest {

    private static final Instant NOW = TestAuthority.NOW;
    private static final Duration YEAR = Duration.ofDays(365);

    private final TestAuthority test = new TestAuthority();
    private final CertificateAuthority authority = test.authority();
    private final TrustAnchor anchor = new TrustAnchor(authority.certificate());

    private X509Certificate leaf(KeyAlgorithm algorithm, CertificateProfile profile) {
        CertificateOrder order = profile == CertificateProfile.NODE_TLS
                ? new CertificateOrder(
                        profile, TestAuthority.name("x"), YEAR, List.of("a.node.example"), List.of("10.1.2.3"))
                : new CertificateOrder(profile, TestAuthority.name("x"), YEAR);
        return authority.issueFor(KeyAlgorithms.generate(algorithm).getPublic(), order);
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void recognisesEveryGeneratedKeyAlsoInACertificate(KeyAlgorithm algorithm) {
        KeyPair pair = KeyAlgorithms.generate(algorithm);
        assertThat(KeyAlgorithms.of(pair.getPublic())).contains(algorithm);
        for (CertificateProfile profile : CertificateProfile.values()) {
            if (profile != CertificateProfile.AUTHORITY && profile.allows(algorithm)) {
                X509Certificate leaf = leaf(algorithm, profile);
                assertThat(KeyAlgorithms.of(leaf.getPublicKey())).contains(algorithm);
                assertThat(anchor.check(leaf, profile, NOW)).isEqualTo(new CertificateCheck.Valid());
            }
        }
    }

    @Test
    void tlsCertificateCarriesTheOrderedNamesAndNothingOfTheRequest() throws CertificateException {
        KeyPair pair = KeyAlgorithms.generate(KeyAlgorithm.EC_P256);
        byte[] der = CertificateRequest.create(pair.getPrivate(), pair.getPublic(), TestAuthority.name("evil"));
        CertificateRequestCheck check =
                CertificateRequest.verify(CertificateRequest.toPem(der).getBytes(US_ASCII));
        assertThat(check).isInstanceOf(CertificateRequestCheck.Verified.class);
        X509Certificate issued = authority.issue(
                ((CertificateRequestCheck.Verified) check).request(),
                new CertificateOrder(
                        CertificateProfile.NODE_TLS,
                        TestAuthority.name("node-1"),
                        YEAR,
                        List.of("a.node.example"),
                        List.of("10.1.2.3")));
        assertThat(issued.getSubjectX500Principal()).isEqualTo(TestAuthority.name("node-1"));
        Collection<List<?>> names = issued.getSubjectAlternativeNames();
        assertThat(names).hasSize(2).anySatisfy(name -> assertThat(name.get(1)).isEqualTo("10.1.2.3"));
        assertThat(issued.getSerialNumber().bitLength()).isGreaterThan(64);
    }

    @Test
    void refusesRequestsThatAreNotSignedByTheirOwnKey() {
        KeyPair pair = KeyAlgorithms.generate(KeyAlgorithm.ML_DSA_65);
        byte[] der = CertificateRequest.create(pair.getPrivate(), pair.getPublic(), TestAuthority.name("x"));
        assertThat(CertificateRequest.verify(der)).isInstanceOf(CertificateRequestCheck.Verified.class);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] mutant = der.clone();
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(CertificateRequest.verify(mutant)).isInstanceOf(CertificateRequestCheck.Refused.class);
        }
    }

    @Test
    void refusesKeysThatTheProfileDoesNotAllow() {
        assertThatThrownBy(() -> leaf(KeyAlgorithm.RSA_3072, CertificateProfile.NODE_SIGNING))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> leaf(KeyAlgorithm.EC_P384, CertificateProfile.AUTHORITY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhyACertificateIsNotValid() {
        X509Certificate leaf = leaf(KeyAlgorithm.EC_P256, CertificateProfile.NODE_SIGNING);
        TrustAnchor other = new TrustAnchor(new TestAuthority().authority().certificate());
        TrustAnchor revoking = new TrustAnchor(authority.certificate(), Set.of(Certificates.fingerprint(leaf)));
        assertThat(reason(anchor.check(leaf, CertificateProfile.NODE_SIGNING, NOW.minus(YEAR))))
                .isEqualTo(Reason.NOT_YET_VALID);
        assertThat(reason(anchor.check(leaf, CertificateProfile.NODE_SIGNING, NOW.plus(YEAR.multipliedBy(2)))))
                .isEqualTo(Reason.EXPIRED);
        assertThat(reason(revoking.check(leaf, CertificateProfile.NODE_SIGNING, NOW)))
                .isEqualTo(Reason.REVOKED);
        assertThat(reason(other.check(leaf, CertificateProfile.NODE_SIGNING, NOW)))
                .isEqualTo(Reason.BAD_SIGNATURE);
        assertThat(reason(anchor.check(leaf, CertificateProfile.NODE_TLS, NOW))).isEqualTo(Reason.WRONG_USAGE);
        assertThat(reason(anchor.check(leaf, CertificateProfile.TIMESTAMP, NOW)))
                .isEqualTo(Reason.WRONG_USAGE);
        assertThat(reason(anchor.check(leaf, CertificateProfile.AGENCY_KEM, NOW)))
                .isEqualTo(Reason.FORBIDDEN_ALGORITHM);
        assertThat(reason(anchor.check(authority.certificate(), CertificateProfile.NODE_SIGNING, NOW)))
                .isEqualTo(Reason.WRONG_USAGE);
        assertThat(reason(new TrustAnchor(leaf).check(leaf, CertificateProfile.NODE_SIGNING, NOW)))
                .isEqualTo(Reason.UNTRUSTED);
    }

    @Test
    void certificateNeverOutlivesItsAuthority() {
        X509Certificate leaf = authority.issueFor(
                KeyAlgorithms.generate(KeyAlgorithm.EC_P256).getPublic(),
                new CertificateOrder(CertificateProfile.NODE_SIGNING, TestAuthority.name("x"), YEAR.multipliedBy(100)));
        assertThat(leaf.getNotAfter()).isEqualTo(authority.certificate().getNotAfter());
    }

    @Test
    void readsBackItsRevocationListAndRefusesForeignOldAndChangedOnes() {
        X509Certificate leaf = leaf(KeyAlgorithm.EC_P256, CertificateProfile.NODE_SIGNING);
        byte[] list = authority.revocationList(
                List.of(new RevokedCertificate(leaf.getSerialNumber(), NOW)), 5, Duration.ofDays(1));
        RevocationCheck check = RevocationCheck.of(list, authority.certificate(), NOW);
        assertThat(check).isInstanceOfSatisfying(RevocationCheck.Current.class, current -> {
            assertThat(current.revoked()).containsExactly(leaf.getSerialNumber());
            assertThat(current.number()).isEqualTo(5);
        });
        assertThat(RevocationCheck.of(list, authority.certificate(), NOW.plus(YEAR)))
                .isInstanceOf(RevocationCheck.Refused.class);
        assertThat(RevocationCheck.of(list, new TestAuthority().authority().certificate(), NOW))
                .isInstanceOf(RevocationCheck.Refused.class);
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            byte[] mutant = list.clone();
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(RevocationCheck.of(mutant, authority.certificate(), NOW))
                    .isInstanceOf(RevocationCheck.Refused.class);
        }
    }

    @Test
    void decodesOnlyExactCertificates() throws CertificateException {
        X509Certificate leaf = leaf(KeyAlgorithm.EC_P256, CertificateProfile.NODE_SIGNING);
        byte[] der = Certificates.encode(leaf);
        byte[] pem = Certificates.toPem(leaf).getBytes(US_ASCII);
        assertThat(Certificates.decode(der)).isEqualTo(leaf);
        assertThat(Certificates.decode(pem)).isEqualTo(leaf);
        assertThat(Certificates.fingerprint(leaf)).hasSize(64).matches("[0-9a-f]+");
        assertThatThrownBy(() -> Certificates.decode(Arrays.copyOf(der, der.length + 1)))
                .isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> Certificates.decode(new byte[Certificates.MAX_SIZE + 1]))
                .isInstanceOf(CertificateException.class);
        assertThatThrownBy(() -> Certificates.decodeChain(new byte[0])).isInstanceOf(CertificateException.class);
        Random random = new Random(13);
        for (int i = 0; i < 300; i++) {
            byte[] mutant = der.clone();
            mutant[random.nextInt(mutant.length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(accepted(mutant)).isFalse();
        }
    }

    private boolean accepted(byte[] encoded) {
        try {
            X509Certificate certificate = Certificates.decode(encoded);
            return anchor.check(certificate, CertificateProfile.NODE_SIGNING, NOW) instanceof CertificateCheck.Valid;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static Reason reason(CertificateCheck check) {
        assertThat(check).isInstanceOf(Invalid.class);
        return ((Invalid) check).reason();
    }
}
