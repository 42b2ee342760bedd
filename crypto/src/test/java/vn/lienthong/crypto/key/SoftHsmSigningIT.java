package vn.lienthong.crypto.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.certificate.CertificateRequest;
import vn.lienthong.crypto.certificate.CertificateRequestCheck;
import vn.lienthong.crypto.signature.DetachedSignature;
import vn.lienthong.crypto.signature.SignatureCheck;

/** A signing key that never leaves its token; needs SoftHSM2 ({@code apt install softhsm2}). */
class SoftHsmSigningIT {

    private static final String PIN = "123456";

    private final Provider token = token();

    private static Provider token() {
        try {
            Path library = Stream.of(
                            "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
                    .map(Path::of)
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("SoftHSM2 is not installed: apt install softhsm2"));
            Path configuration = Path.of(System.getenv("SOFTHSM2_CONF"));
            Path tokens = Files.createDirectories(configuration.resolveSibling("tokens"));
            Files.writeString(configuration, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
            initialise();
            Provider provider = Security.getProvider("SunPKCS11")
                    .configure("--\nname=test\nlibrary=" + library + "\nslotListIndex=0\n");
            KeyStore.getInstance("PKCS11", provider).load(null, PIN.toCharArray());
            return provider;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("SoftHSM2 does not start", e);
        }
    }

    private static void initialise() throws IOException {
        Process process = new ProcessBuilder(
                        "softhsm2-util", "--init-token", "--free", "--label", "test", "--pin", PIN, "--so-pin", PIN)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.onExit().join().exitValue()).as(output).isZero();
    }

    @BeforeEach
    void install() {
        Security.addProvider(token);
    }

    @AfterEach
    void remove() {
        Security.removeProvider(token.getName());
    }

    @Test
    void signsWithAKeyThatHasNoEncoding() throws GeneralSecurityException {
        for (String curve : List.of("secp256r1", "secp384r1")) {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", token);
            generator.initialize(new ECGenParameterSpec(curve));
            KeyPair pair = generator.generateKeyPair();
            assertThat(pair.getPrivate().getEncoded()).isNull();
            TestAuthority authority = new TestAuthority();
            byte[] request =
                    CertificateRequest.create(pair.getPrivate(), pair.getPublic(), TestAuthority.name("token"));
            assertThat(CertificateRequest.verify(request)).isInstanceOf(CertificateRequestCheck.Verified.class);
            X509Certificate certificate = authority
                    .authority()
                    .issueFor(
                            pair.getPublic(),
                            new CertificateOrder(
                                    CertificateProfile.AGENCY_SIGNING,
                                    TestAuthority.name("token"),
                                    Duration.ofDays(1)));
            SigningKey key = new SigningKey(pair.getPrivate(), List.of(certificate));
            byte[] content = "văn bản".getBytes(UTF_8);
            byte[] signature = DetachedSignature.sign(content, key, TestAuthority.NOW);
            assertThat(DetachedSignature.verify(content, signature, certificate))
                    .isInstanceOf(SignatureCheck.Valid.class);
        }
    }
}
