package vn.lienthong.crypto.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.pdf.PdfValidation.Signed;
import vn.lienthong.crypto.pdf.SignatureAppearance.Invisible;

class PdfValidatorTest {

    private static final TestPki PKI = new TestPki("CA thử nghiệm");
    private static final SigningKey PERSON = PKI.ecSigner("Nguyễn Thị Ngọc Ánh");
    private static final SigningKey AGENCY = PKI.rsaSigner("Ủy ban nhân dân tỉnh");

    private final PdfValidator validator = validatorAt(Duration.ofMinutes(1));

    @Test
    void findsTheSignatureOfASignedDocument() throws IOException, PdfSigningException {
        assertThat(signed(SignedLetters.byPerson(PERSON)).signatures())
                .singleElement()
                .isEqualTo(new PdfSignatureCheck(
                        "person", "Nguyễn Thị Ngọc Ánh", TestPki.NOW, true, new PdfVerdict.Valid(), PERSON.chain()));
    }

    @Test
    void keepsThePersonValidUnderTheSealOfTheAgency() throws IOException, PdfSigningException {
        Signed outcome = signed(SignedLetters.byPersonAndAgency(PERSON, AGENCY));
        assertThat(outcome.verdict().isValid()).isTrue();
        assertThat(outcome.signatures())
                .hasSize(2)
                .allMatch(check -> check.verdict().isValid());
        assertThat(outcome.signatures())
                .extracting(PdfSignatureCheck::coversWholeDocument)
                .containsExactly(false, true);
    }

    @Test
    void keepsEarlierSignaturesValidWhenALaterOneMarksAnotherPage() throws IOException, PdfSigningException {
        byte[] copy = new PdfSigner()
                .sign(
                        SignedLetters.byPersonAndAgency(PERSON, AGENCY),
                        SignedLetters.request("copy", new SignatureAppearance.CopyMark(CopyForm.FULL_COPY, "SỞ Y TẾ")),
                        AGENCY);
        assertThat(validator.validate(copy).isValid()).isTrue();
    }

    @Test
    void saysUnsignedForADocumentWithoutSignature() throws IOException {
        assertThat(validator.validate(Letters.written().pdf())).isInstanceOf(PdfValidation.Unsigned.class);
    }

    @Test
    void saysUnreadableForBytesThatAreNoPdf() {
        assertThat(validator.validate("%PDF-1.7 nothing else".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PdfValidation.Unreadable.class);
        assertThat(validator.validate(new byte[0])).isInstanceOf(PdfValidation.Unreadable.class);
    }

    @Test
    void failsAWhiteRectangleAddedLater() throws IOException, PdfSigningException {
        refused(Tampering.whiteRectangle(SignedLetters.byPerson(PERSON)));
    }

    @Test
    void failsAFreeTextAnnotationAddedLater() throws IOException, PdfSigningException {
        refused(Tampering.freeText(SignedLetters.byPerson(PERSON)));
    }

    @Test
    void failsAnAnnotationThatHidesASignature() throws IOException, PdfSigningException {
        Letters.Written letter = Letters.written();
        refused(Tampering.boxOverTheSignature(SignedLetters.byPerson(PERSON), letter.signatureBox()));
    }

    @Test
    void failsARemovedPage() throws IOException, PdfSigningException {
        refused(Tampering.removedPage(SignedLetters.byPerson(PERSON)));
    }

    @Test
    void failsACoverEmptiedAfterSigning() throws IOException, PdfSigningException {
        byte[] prepared = Tampering.withCover(Letters.written().pdf());
        byte[] signed = new PdfSigner().sign(prepared, SignedLetters.request("doc", new Invisible()), PERSON);
        assertThat(validator.validate(signed).isValid()).isTrue();
        refused(Tampering.uncovered(signed));
    }

    @Test
    void failsAChangeAfterASignatureThatForbidsAll() throws IOException, PdfSigningException {
        PdfSignRequest last = new PdfSignRequest("doc", new Invisible(), LaterChanges.NONE, TestPki.NOW);
        byte[] once = new PdfSigner().sign(Letters.written().pdf(), last, PERSON);
        assertThat(validator.validate(once).isValid()).isTrue();
        refused(new PdfSigner().sign(once, SignedLetters.request("more", new Invisible()), AGENCY));
    }

    @Test
    void failsEveryFlippedByteOfTheSignedText() throws IOException, PdfSigningException {
        byte[] signed = SignedLetters.byPerson(PERSON);
        for (int position : new int[] {100, 2000, 9000, signed.length - 400}) {
            byte[] flipped = signed.clone();
            flipped[position] ^= 1;
            assertThat(validator.validate(flipped).isValid()).isFalse();
        }
    }

    @Test
    void failsPaddingThatIsNotZero() throws IOException, PdfSigningException {
        byte[] signed = SignedLetters.byPerson(PERSON);
        int end = new String(signed, StandardCharsets.ISO_8859_1).indexOf("0000>");
        signed[end + 3] = '1';
        assertThat(validator.validate(signed).isValid()).isFalse();
    }

    @Test
    void doesNotTrustTheSameNamesFromAnotherAuthority() throws IOException, PdfSigningException {
        TestPki foreign = new TestPki("CA thử nghiệm");
        Signed outcome = signed(SignedLetters.byPerson(foreign.ecSigner("Nguyễn Thị Ngọc Ánh")));
        assertThat(outcome.verdict()).isInstanceOf(PdfVerdict.Indeterminate.class);
    }

    @Test
    void failsARevokedSigner() throws IOException, PdfSigningException {
        PdfTrust trust = new PdfTrust(List.of(PKI.authority()), List.of(PKI.revoke(PERSON.certificate())));
        PdfValidator informed = new PdfValidator(trust, InstantSource.fixed(TestPki.NOW.plusSeconds(60)));
        assertThat(informed.validate(SignedLetters.byPerson(PERSON)).isValid()).isFalse();
        assertThat(informed.validate(SignedLetters.byPerson(AGENCY)).isValid()).isTrue();
    }

    @Test
    void doesNotAcceptAnExpiredSignerWithoutTimestamp() throws IOException, PdfSigningException {
        byte[] signed = SignedLetters.byPerson(PERSON);
        assertThat(validatorAt(Duration.ofDays(800)).validate(signed).isValid()).isFalse();
    }

    private void refused(byte[] pdf) {
        assertThat(signed(pdf).verdict()).isInstanceOf(PdfVerdict.Invalid.class);
    }

    private Signed signed(byte[] pdf) {
        PdfValidation outcome = validator.validate(pdf);
        assertThat(outcome).isInstanceOf(Signed.class);
        return (Signed) outcome;
    }

    private static PdfValidator validatorAt(Duration later) {
        return new PdfValidator(PdfTrust.in(PKI.authority()), InstantSource.fixed(TestPki.NOW.plus(later)));
    }
}
