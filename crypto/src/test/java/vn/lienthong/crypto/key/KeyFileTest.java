package vn.lienthong.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;

class KeyFileTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T08:00:00Z"));
    private static final X500Principal NAME = new X500Principal("CN=test");
    private static final char[] PASSWORD = "0123456789abcdef0123456789abcdef".toCharArray();

    private final SigningKey root = CertificateAuthority.createRoot(NAME, Duration.ofDays(10), CLOCK);

    @Test
    void givesBackEveryKindOfKeyWithItsChain() throws IOException {
        Map<String, SigningKey> keys = new LinkedHashMap<>();
        keys.put("root", root);
        keys.put("classical", issue(KeyAlgorithm.EC_P256, CertificateProfile.AGENCY_SIGNING));
        keys.put("post-quantum", issue(KeyAlgorithm.ML_DSA_87, CertificateProfile.AGENCY_SIGNING));
        keys.put("LT-1", issue(KeyAlgorithm.MLKEM768_X25519, CertificateProfile.AGENCY_KEM));
        keys.put("LT-2", issue(KeyAlgorithm.MLKEM1024_ECDH_P384, CertificateProfile.AGENCY_KEM));

        Map<String, SigningKey> read = KeyFile.decode(KeyFile.encode(keys, PASSWORD), PASSWORD);

        assertThat(read.keySet()).containsExactlyInAnyOrderElementsOf(keys.keySet());
        keys.forEach((name, key) -> assertThat(read.get(name)).satisfies(same -> {
            assertThat(same.chain()).isEqualTo(key.chain());
            assertThat(same.privateKey().getEncoded())
                    .isEqualTo(key.privateKey().getEncoded());
        }));
    }

    @Test
    void isReadByThePlatformWithEachKeyBesideItsOwnCertificate() throws IOException, GeneralSecurityException {
        SigningKey agency = issue(KeyAlgorithm.EC_P256, CertificateProfile.AGENCY_SIGNING);
        SigningKey node = issue(KeyAlgorithm.EC_P384, CertificateProfile.NODE_SIGNING);
        byte[] file = KeyFile.encode(Map.of("agency", agency, "node", node), PASSWORD);

        KeyStore platform = KeyStore.getInstance("PKCS12");
        platform.load(new ByteArrayInputStream(file), PASSWORD);

        assertThat(platform.size()).isEqualTo(2);
        assertThat(platform.getCertificateChain("agency"))
                .containsExactly(agency.chain().toArray(X509Certificate[]::new));
        assertThat(platform.getCertificateChain("node"))
                .containsExactly(node.chain().toArray(X509Certificate[]::new));
    }

    @Test
    void refusesAnotherPassword() {
        byte[] file = KeyFile.encode(Map.of("root", root), PASSWORD);
        char[] other = "f123456789abcdef0123456789abcdef".toCharArray();
        assertThatThrownBy(() -> KeyFile.decode(file, other)).isInstanceOf(IOException.class);
    }

    @Test
    void givesNeverAnotherKeyWhateverOctetIsChanged() {
        byte[] file = KeyFile.encode(Map.of("root", root), PASSWORD);
        for (int at = 0; at < file.length; at += 3) {
            byte[] damaged = file.clone();
            damaged[at] ^= 0x55;
            assertThat(keyIn(damaged))
                    .satisfiesAnyOf(
                            key -> assertThat(key).isEmpty(),
                            key -> assertThat(key).contains(root.privateKey()));
        }
    }

    @Test
    void refusesATruncatedFile() {
        byte[] file = KeyFile.encode(Map.of("root", root), PASSWORD);
        byte[] half = Arrays.copyOf(file, file.length / 2);
        assertThatThrownBy(() -> KeyFile.decode(half, PASSWORD)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAShortPassword() {
        assertThatThrownBy(() -> KeyFile.encode(Map.of("root", root), "short".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SigningKey issue(KeyAlgorithm algorithm, CertificateProfile profile) {
        CertificateAuthority authority = new CertificateAuthority(root, CLOCK);
        KeyPair pair = KeyAlgorithms.generate(algorithm);
        return new SigningKey(
                pair.getPrivate(),
                List.of(
                        authority.issueFor(pair.getPublic(), new CertificateOrder(profile, NAME, Duration.ofDays(1))),
                        authority.certificate()));
    }

    private static Optional<PrivateKey> keyIn(byte[] file) {
        try {
            return KeyFile.decode(file, PASSWORD).values().stream().findFirst().map(SigningKey::privateKey);
        } catch (IOException refused) {
            return Optional.empty();
        }
    }
}
