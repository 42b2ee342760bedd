package vn.lienthong.crypto.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import vn.lienthong.crypto.token.SoftHsm;
import vn.lienthong.crypto.token.Token;
import vn.lienthong.crypto.token.TokenHealth;

/** A signing key that never leaves its token; needs SoftHSM2 ({@code apt install softhsm2}). */
class SoftHsmSigningIT {

    private static final SoftHsm HSM = SoftHsm.initialise("lt-platform");

    private final Provider token = token();

    /** The platform's own way to a token, as any program goes it. */
    private static Provider token() {
        TokenHealth.Ready ready =
                (TokenHealth.Ready) Token.open(HSM.settings(1)).health();
        try {
            Provider provider = Security.getProvider("SunPKCS11")
                    .configure("--\nname=test\nlibrary=" + SoftHsm.library() + "\nslot=" + ready.slot() + "\n");
            KeyStore.getInstance("PKCS11", provider).load(null, SoftHsm.PIN.toCharArray());
            return provider;
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError("SoftHSM2 does not start", e);
        }
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
