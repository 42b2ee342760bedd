package vn.lienthong.crypto.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.InstantSource;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.pdf.SignatureAppearance.AgencySeal;
import vn.lienthong.crypto.pdf.SignatureAppearance.AttachmentMark;
import vn.lienthong.crypto.pdf.SignatureAppearance.CopyMark;
import vn.lienthong.crypto.pdf.SignatureAppearance.HandwrittenSignature;
import vn.lienthong.crypto.pdf.SignatureAppearance.Invisible;

class PdfSignerTest {

    private static final TestPki PKI = new TestPki("CA thử nghiệm");
    private static final SigningKey PERSON = PKI.ecSigner("Nguyễn Thị Ngọc Ánh");

    private final PdfSigner signer = new PdfSigner();
    private final PdfValidator validator =
            new PdfValidator(PdfTrust.in(PKI.authority()), InstantSource.fixed(TestPki.NOW.plusSeconds(60)));

    @Test
    void signsWithEveryAcceptedKindOfKey() throws IOException, PdfSigningException {
        for (SigningKey key : List.of(PERSON, PKI.p384Signer("P-384"), PKI.rsaSigner("RSA"))) {
            assertThat(validator.validate(SignedLetters.byPerson(key)).isValid())
                    .isTrue();
        }
    }

    @Test
    void putsTheSealOverAThirdOfTheSignatureToItsLeft() throws IOException {
        HandwrittenSignature person = SignedLetters.handwritten(Letters.written());
        PageBox signature = person.occupied();
        PageBox seal =
                AgencySeal.over(person, SpecimenImages.seal("BỘ", "MẪU"), 36).occupied();
        assertThat(seal.width()).isCloseTo(PageBox.millimetres(36), within(0.01));
        assertThat(seal.x()).isLessThan(signature.x());
        assertThat(seal.x() + seal.width() - signature.x()).isCloseTo(signature.width() / 3, within(0.01));
    }

    @Test
    void keepsTheShapeOfTheImage() throws IOException, PdfSigningException {
        PngImage image = SpecimenImages.signature(7);
        try (PDDocument document = Loader.loadPDF(SignedLetters.byPerson(PERSON))) {
            PDAnnotation widget = document.getPage(1).getAnnotations().getFirst();
            float shape =
                    widget.getRectangle().getWidth() / widget.getRectangle().getHeight();
            assertThat((double) shape).isCloseTo((double) image.width() / image.height(), within(0.01));
        }
    }

    @Test
    void marksCopiesAndAttachmentsTopRightOnTheFirstPageInVietnameseTime() throws IOException, PdfSigningException {
        byte[] letter = Letters.written().pdf();
        byte[] copy = signer.sign(
                letter,
                SignedLetters.request("copy", new CopyMark(CopyForm.FULL_COPY, "SỞ Y TẾ TỈNH PHÚ THỌ")),
                PERSON);
        byte[] attachment =
                signer.sign(letter, SignedLetters.request("attachment", new AttachmentMark("Số: 12/QĐ-UBND")), PERSON);
        assertThat(markText(copy)).contains("SAO Y", "SỞ Y TẾ TỈNH PHÚ THỌ", "12/05/2026 09:30:15 +07:00");
        assertThat(markText(attachment)).contains("Số: 12/QĐ-UBND", "12/05/2026 09:30:15 +07:00");
    }

    @Test
    void marksLongAgencyNamesWithoutLosingTheTime() throws IOException, PdfSigningException {
        String name = "VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH PHÚ THỌ, BỘ PHẬN VĂN THƯ LƯU TRỮ";
        CopyMark mark = new CopyMark(CopyForm.EXTRACT, name);
        byte[] copy = signer.sign(Letters.written().pdf(), SignedLetters.request("copy", mark), PERSON);
        assertThat(markText(copy)).contains("TRÍCH SAO", "12/05/2026 09:30:15 +07:00");
    }

    @Test
    void signsInTwoPhasesWithAKeyElsewhere() throws IOException, PdfSigningException, GeneralSecurityException {
        PreparedSignature prepared =
                signer.prepare(Letters.written().pdf(), SignedLetters.request("doc", new Invisible()), PERSON.chain());
        PreparedSignature restored = new PreparedSignature(
                prepared.fieldName(), prepared.document(), prepared.container(), prepared.toBeSigned());
        Signature token = Signature.getInstance("SHA256withECDSA");
        token.initSign(PERSON.privateKey());
        token.update(restored.toBeSigned());
        byte[] signed = signer.complete(restored, token.sign());
        assertThat(validator.validate(signed).isValid()).isTrue();
    }

    @Test
    void refusesASignatureValueMadeForSomethingElse()
            throws IOException, PdfSigningException, GeneralSecurityException {
        PreparedSignature prepared =
                signer.prepare(Letters.written().pdf(), SignedLetters.request("doc", new Invisible()), PERSON.chain());
        Signature token = Signature.getInstance("SHA256withECDSA");
        token.initSign(PERSON.privateKey());
        token.update("another document".getBytes(StandardCharsets.UTF_8));
        byte[] value = token.sign();
        assertThatThrownBy(() -> signer.complete(prepared, value)).isInstanceOf(PdfSigningException.class);
        assertThatThrownBy(() -> signer.complete(prepared, new byte[] {1, 2, 3}))
                .isInstanceOf(PdfSigningException.class);
    }

    @Test
    void timestampProvesTheTimeWhenASourceIsGiven() throws IOException, PdfSigningException {
        PdfSigner stamping = new PdfSigner(PKI.timestamps(TestPki.NOW.plusSeconds(30)));
        byte[] signed = stamping.sign(Letters.written().pdf(), SignedLetters.request("doc", new Invisible()), PERSON);
        assertThat(validator.validate(signed)).isInstanceOfSatisfying(PdfValidation.Signed.class, outcome -> {
            assertThat(outcome.verdict().isValid()).isTrue();
            assertThat(outcome.signatures().getFirst().signingTime()).isEqualTo(TestPki.NOW.plusSeconds(30));
        });
    }

    @Test
    void signsFromFileToFile(@TempDir Path folder) throws IOException, PdfSigningException {
        Path source = Files.write(folder.resolve("in.pdf"), Letters.written().pdf());
        Path target = folder.resolve("out.pdf");
        signer.sign(source, target, SignedLetters.request("doc", new Invisible()), PERSON);
        assertThat(validator.validate(target).isValid()).isTrue();
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("out.pdf"));
    }

    @Test
    void refusesWhatCannotBeSigned() throws IOException {
        byte[] letter = Letters.written().pdf();
        byte[] noPdf = "no PDF at all".getBytes(StandardCharsets.UTF_8);
        PdfSignRequest plain = SignedLetters.request("doc", new Invisible());
        HandwrittenSignature outside =
                new HandwrittenSignature(new PageBox(1, 580, 10, 200, 100), SpecimenImages.signature(1));
        HandwrittenSignature noPage =
                new HandwrittenSignature(new PageBox(9, 10, 10, 200, 100), SpecimenImages.signature(1));
        assertThatThrownBy(() -> signer.sign(noPdf, plain, PERSON)).isInstanceOf(PdfSigningException.class);
        assertThatThrownBy(() -> signer.sign(letter, SignedLetters.request("a", outside), PERSON))
                .isInstanceOf(PdfSigningException.class);
        assertThatThrownBy(() -> signer.sign(letter, SignedLetters.request("a", noPage), PERSON))
                .isInstanceOf(PdfSigningException.class);
        assertThatThrownBy(() -> SignedLetters.request("a.b", new Invisible()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAFieldNameThatIsTaken() throws IOException, PdfSigningException {
        byte[] signed = SignedLetters.byPerson(PERSON);
        assertThatThrownBy(() -> signer.sign(signed, SignedLetters.request("person", new Invisible()), PERSON))
                .isInstanceOf(PdfSigningException.class);
    }

    private static String markText(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDAnnotation widget = document.getPage(0).getAnnotations().getFirst();
            assertThat(widget.getRectangle().getUpperRightY()).isGreaterThan(800);
            assertThat(widget.getRectangle().getUpperRightX()).isGreaterThan(560);
            document.getDocumentCatalog().getAcroForm().flatten();
            return new PDFTextStripper().getText(document);
        }
    }
}
