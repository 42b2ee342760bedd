package vn.lienthong.crypto.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class ProofSheetPdfTest {

    private static final PdfAttachments.Limits LIMITS = new PdfAttachments.Limits(10, 1 << 10, 1 << 12);

    private static byte[] sheet(Map<String, byte[]> attachments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ProofSheetPdf.write(
                new ProofSheet(
                        "BIÊN NHẬN",
                        "Receipt",
                        List.of(new ProofSheet.Fact("Bên gửi", "Ủy ban nhân dân")),
                        List.of("Sự kiện", "Nhật ký"),
                        List.of(List.of("A.1", "vị trí 1")),
                        List.of("Không chứng minh rằng ai đó đã đọc."),
                        new ProofSheet.Code(21, (x, y) -> (x + y) % 2 == 0),
                        attachments),
                out);
        return out.toByteArray();
    }

    private static Map<String, byte[]> attachments() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("evidence/001-A.1.json", "{\"v\":1}".getBytes(StandardCharsets.UTF_8));
        files.put("evidence/001-A.1.p7s", new byte[] {0, 1, 2, (byte) 0xff});
        return files;
    }

    @Test
    void givesBackEveryAttachmentOctetForOctet() throws IOException {
        Map<String, byte[]> read = PdfAttachments.read(sheet(attachments()), LIMITS);

        assertThat(read).containsOnlyKeys("evidence/001-A.1.json", "evidence/001-A.1.p7s");
        attachments().forEach((name, content) -> assertThat(read.get(name)).isEqualTo(content));
    }

    @Test
    void isPdfA3ForTheEyesOfAnIndependentValidatorAlsoWhenSealed() throws Exception {
        byte[] plain = sheet(attachments());
        assertThat(faults(plain)).isEmpty();

        TestPki pki = new TestPki("CA");
        PdfSignRequest request =
                new PdfSignRequest("seal", new SignatureAppearance.Invisible(), LaterChanges.NONE, TestPki.NOW);
        byte[] sealed = new PdfSigner().sign(plain, request, pki.ecSigner("node-a"));
        assertThat(faults(sealed)).isEmpty();
        assertThat(PdfAttachments.read(sealed, LIMITS)).hasSize(2);
    }

    private static List<String> faults(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_A, false);
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_A)) {
            ValidationResult result = validator.validate(parser);
            List<String> faults = result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .toList();
            assertThat(result.isCompliant()).as("%s", faults).isTrue();
            return faults;
        }
    }

    @Test
    void refusesWhatIsNoDocumentOrHasLostItsEnd() throws IOException {
        byte[] whole = sheet(attachments());

        assertThatThrownBy(() -> PdfAttachments.read("%PDF-1.7 no".getBytes(StandardCharsets.US_ASCII), LIMITS))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PdfAttachments.read(Arrays.copyOf(whole, 200), LIMITS))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesMoreAndLargerFilesThanAreAllowed() throws IOException {
        byte[] two = sheet(attachments());
        byte[] large = sheet(Map.of("a", new byte[2000]));

        assertThatThrownBy(() -> PdfAttachments.read(two, new PdfAttachments.Limits(1, 1 << 10, 1 << 12)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PdfAttachments.read(large, LIMITS)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PdfAttachments.read(two, new PdfAttachments.Limits(10, 1 << 10, 8)))
                .isInstanceOf(IOException.class);
    }
}
