package vn.lienthong.crypto.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.TestAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.token.SoftHsm;
import vn.lienthong.crypto.token.Token;
import vn.lienthong.crypto.token.TokenKey;

/** The agency's seal on a document, with its key in a token. */
class PdfTokenIT {

    private static final SoftHsm HSM = SoftHsm.initialise("lt-pdf");

    @Test
    void sealsADocumentInTheToken() throws IOException, PdfSigningException {
        TestAuthority authority = new TestAuthority();
        TokenKey made = Token.open(HSM.settings(2)).generate("seal", KeyAlgorithm.EC_P384);
        CertificateOrder order = new CertificateOrder(
                CertificateProfile.AGENCY_SIGNING, TestAuthority.name("Van phong"), Duration.ofDays(30));
        SigningKey key = new SigningKey(
                made.privateKey(),
                List.of(
                        authority.authority().issueFor(made.certificate().getPublicKey(), order),
                        authority.authority().certificate()));
        PdfSignRequest request = new PdfSignRequest(
                "agency", new SignatureAppearance.Invisible(), LaterChanges.SIGNATURES, TestAuthority.NOW);
        byte[] signed = new PdfSigner().sign(Letters.written().pdf(), request, key);
        PdfValidator validator = new PdfValidator(
                new PdfTrust(List.of(authority.authority().certificate()), List.of()),
                InstantSource.fixed(TestAuthority.NOW.plus(Duration.ofMinutes(1))));
        assertThat(validator.validate(signed).isValid())
                .as(validator.validate(signed).toString())
                .isTrue();
    }
}
