package vn.lienthong.node.training.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.crypto.certificate.CertificateAuthority;
import vn.lienthong.crypto.certificate.CertificateOrder;
import vn.lienthong.crypto.certificate.CertificateProfile;
import vn.lienthong.crypto.key.KeyAlgorithm;
import vn.lienthong.crypto.key.KeyAlgorithms;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.pdf.PdfTrust;
import vn.lienthong.crypto.pdf.PdfValidation;
import vn.lienthong.crypto.pdf.PdfValidator;
import vn.lienthong.crypto.pdf.PdfVerdict;

class SamplePdfTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Duration VALID = Duration.ofDays(30);

    private final SigningKey root =
            CertificateAuthority.createRoot(new X500Principal("CN=Test, O=Lien thong TAP HUAN"), VALID, CLOCK);

    private SigningKey agency() {
        KeyPair pair = KeyAlgorithms.generate(KeyAlgorithm.EC_P256);
        CertificateOrder order =
                new CertificateOrder(CertificateProfile.AGENCY_SIGNING, new X500Principal("CN=agency"), VALID);
        return new SigningKey(
                pair.getPrivate(),
                List.of(new CertificateAuthority(root, CLOCK).issueFor(pair.getPublic(), order), root.certificate()));
    }

    private PdfValidation checked(byte[] pdf) {
        return new PdfValidator(PdfTrust.in(root.certificate()), CLOCK).validate(pdf);
    }

    @ParameterizedTest
    @EnumSource
    void everySampleIsSignedAndOneChangedAfterwardsIsNot(SampleKind kind) throws Exception {
        byte[] pdf = SamplePdf.sealed(SampleLetter.of(kind, 1, DAY), agency(), CLOCK.instant());
        assertThat(checked(pdf).isValid()).isTrue();
        byte[] changed = SamplePdf.changed(pdf);
        assertThat(changed).hasSameSizeAs(pdf).isNotEqualTo(pdf);
        assertThat(checked(changed))
                .isInstanceOfSatisfying(
                        PdfValidation.Signed.class,
                        signed -> assertThat(signed.verdict()).isInstanceOf(PdfVerdict.Invalid.class));
    }

    @ParameterizedTest
    @EnumSource
    void everySampleSaysThatItIsForTraining(SampleKind kind) {
        SampleLetter letter = SampleLetter.of(kind, 2, DAY);
        assertThat(letter.metadata(kind).subject()).contains("(tập huấn)");
        assertThat(letter.page().agency()).first().isEqualTo("TẬP HUẤN");
        assertThat(letter.page().paragraphs()).last().asString().contains("không có thật");
        assertThat(letter.metadata(kind).urgency()).isEqualTo(kind.urgency());
    }

    @Test
    void aDuplicateHasNumberAndDayOfTheFirst() {
        assertThat(SampleLetter.of(SampleKind.DUPLICATE, 1, DAY).code())
                .isEqualTo(SampleLetter.of(SampleKind.ORDINARY, 1, DAY).code());
        assertThat(SampleLetter.of(SampleKind.ORDINARY, 2, DAY).code())
                .isNotEqualTo(SampleLetter.of(SampleKind.ORDINARY, 1, DAY).code());
    }

    @Test
    void theTraineesLetterIsSignedByNobodyKnown() throws Exception {
        byte[] pdf = SamplePdf.toBeSent(SampleLetter.toBeSent(DAY), SampleLetter.CHAIRMAN, CLOCK.instant());
        assertThat(checked(pdf))
                .isInstanceOfSatisfying(
                        PdfValidation.Signed.class,
                        signed -> assertThat(signed.verdict()).isInstanceOf(PdfVerdict.Indeterminate.class));
    }
}
