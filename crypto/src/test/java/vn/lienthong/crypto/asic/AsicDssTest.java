package vn.lienthong.crypto.asic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** The same containers under the eyes of the European Commission's validator. */
class AsicDssTest {

    @Test
    void foreignValidatorPassesOurPackage() {
        Reports reports = validate(Packages.twoObjects(Packages.AGENCY));
        SimpleReport report = reports.getSimpleReport();
        assertThat(report.getSignatureIdList()).hasSize(1);
        String id = report.getFirstSignatureId();
        assertThat(report.getIndication(id)).as(reports.getXmlSimpleReport()).isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getSignatureFormat(id).toString()).isEqualTo("CAdES-BASELINE-B");
        assertThat(reports.getDiagnosticData().getContainerType().toString()).isEqualTo("ASiC-E");
        assertThat(report.getAdESValidationErrors(id)).isEmpty();
        // the authority of this test publishes nothing on the network; the signature itself gives no cause for warnings
        assertThat(report.getAdESValidationWarnings(id))
                .extracting(Message::getKey)
                .allMatch(key -> key.startsWith("BBB_XCV_"));
    }

    @Test
    void foreignValidatorFailsAChangedObject() {
        HostilePackage hostile = HostilePackage.sound();
        byte[] file = Packages.file();
        file[100] ^= 1;
        assertThat(passes(hostile.replace(Packages.FILE_NAME, file).build())).isFalse();
    }

    @Test
    void foreignValidatorFailsAChangedManifest() {
        HostilePackage hostile = HostilePackage.sound();
        byte[] manifest = hostile.content(AsicManifest.FILE);
        byte[] changed = new String(manifest, UTF_8)
                .replace("application/json", "application/jsoX")
                .getBytes(UTF_8);
        assertThat(passes(hostile.replace(AsicManifest.FILE, changed).build())).isFalse();
        assertThat(passes(HostilePackage.sound().build())).isTrue();
    }

    private static boolean passes(byte[] bytes) {
        SimpleReport report = validate(bytes).getSimpleReport();
        return report.getIndication(report.getFirstSignatureId()) == Indication.TOTAL_PASSED;
    }

    private static Reports validate(byte[] bytes) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        anchors.addCertificate(new CertificateToken(Packages.AUTHORITY.certificate()));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        ExternalResourcesCRLSource revocation =
                new ExternalResourcesCRLSource(new ByteArrayInputStream(Packages.AUTHORITY.revocationList()));
        verifier.setCrlSource(revocation);
        SignedDocumentValidator validator =
                SignedDocumentValidator.fromDocument(new InMemoryDocument(bytes, "package.asice"));
        validator.setCertificateVerifier(verifier);
        validator.setValidationTime(Date.from(TestAuthority.NOW.plusSeconds(3600)));
        return validator.validateDocument();
    }
}
