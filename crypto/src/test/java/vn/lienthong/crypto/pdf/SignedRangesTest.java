package vn.lienthong.crypto.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.StampingProperties;
import com.itextpdf.signatures.ITSAClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.key.SigningKey;
import vn.lienthong.crypto.pdf.PdfFinding.Kind;
import vn.lienthong.crypto.pdf.SignatureAppearance.Invisible;

/** What signatures cover, and what may follow the last one. */
class SignedRangesTest {

    private static final TestPki PKI = new TestPki("CA thử nghiệm");
    private static final SigningKey PERSON = PKI.ecSigner("Người ký");

    private final PdfInspector inspector =
            new PdfInspector(PdfInspectionLimits.STANDARD, InstantSource.fixed(TestPki.NOW));

    @Test
    void blocksARangeThatDoesNotStartAtTheBeginning() throws IOException, PdfSigningException {
        assertThat(kinds(replaced(SignedLetters.byPerson(PERSON), "/ByteRange [0 ", "/ByteRange [1 ")))
                .containsExactly(Kind.BYTE_RANGE);
    }

    @Test
    void blocksOctetsInTheGapThatAreNotTheValue() throws IOException, PdfSigningException {
        assertThat(kinds(replaced(SignedLetters.byPerson(PERSON), "00000>", "0/A 1>")))
                .contains(Kind.BYTE_RANGE);
    }

    @Test
    void blocksPaddingThatIsNotZero() throws IOException, PdfSigningException {
        assertThat(kinds(replaced(SignedLetters.byPerson(PERSON), "00000>", "000ff>")))
                .containsExactly(Kind.SIGNATURE_PADDING);
    }

    @Test
    void blocksWhatIsAddedAfterTheLastSignature() throws IOException, PdfSigningException {
        byte[] signed = SignedLetters.byPerson(PERSON);
        assertThat(kinds(Tampering.freeText(signed))).containsExactly(Kind.LATER_CHANGES);
        assertThat(kinds(Tampering.whiteRectangle(signed))).containsExactly(Kind.LATER_CHANGES);
        assertThat(kinds(Tampering.removedPage(signed))).containsExactly(Kind.LATER_CHANGES);
    }

    @Test
    void allowsValidationDataAfterTheLastSignature() throws IOException, PdfSigningException {
        assertThat(kinds(withValidationData(SignedLetters.byPerson(PERSON)))).isEmpty();
    }

    @Test
    void allowsADocumentTimestampAfterTheLastSignature()
            throws IOException, PdfSigningException, GeneralSecurityException {
        byte[] stamped = withDocumentTimestamp(withValidationData(SignedLetters.byPerson(PERSON)));
        assertThat(kinds(stamped)).isEmpty();
        assertThat(kinds(Tampering.freeText(stamped))).containsExactly(Kind.LATER_CHANGES);
    }

    @Test
    void warnsWhenTheFirstSignatureLeavesAnnotationsOpen() throws IOException, PdfSigningException {
        PdfSignRequest open = new PdfSignRequest("doc", new Invisible(), LaterChanges.NOT_CERTIFIED, TestPki.NOW);
        PdfInspection outcome = inspector.inspect(
                new PdfSigner().sign(Letters.written().pdf(), open, PERSON), TestPki.NOW.plusSeconds(30));
        assertThat(outcome.isBlocked()).isFalse();
        assertThat(outcome.findings()).extracting(PdfFinding::kind).containsExactly(Kind.NOT_CERTIFIED);
    }

    private List<Kind> kinds(byte[] pdf) {
        return inspector.inspect(pdf, TestPki.NOW.plusSeconds(30)).findings().stream()
                .map(PdfFinding::kind)
                .distinct()
                .toList();
    }

    private static byte[] replaced(byte[] pdf, String old, String replacement) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf(old);
        assertThat(at).isPositive();
        byte[] changed = pdf.clone();
        System.arraycopy(replacement.getBytes(StandardCharsets.ISO_8859_1), 0, changed, at, replacement.length());
        return changed;
    }

    private static byte[] withValidationData(byte[] pdf) throws IOException {
        return Tampering.append(pdf, document -> {
            PdfDictionary store = new PdfDictionary();
            PdfStream certificate = new PdfStream(new byte[] {1, 2, 3});
            certificate.makeIndirect(document);
            store.put(new PdfName("Certs"), new com.itextpdf.kernel.pdf.PdfArray(certificate));
            store.makeIndirect(document);
            document.getCatalog().put(PdfName.DSS, store);
        });
    }

    private static byte[] withDocumentTimestamp(byte[] pdf) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new com.itextpdf.signatures.PdfSigner(
                        new PdfReader(new ByteArrayInputStream(pdf)), out, new StampingProperties().useAppendMode())
                .timestamp(new Stamps(PKI.timestamps(TestPki.NOW)), "stamp");
        return out.toByteArray();
    }

    /** The library's view of a timestamp source. */
    private record Stamps(TimestampSource source) implements ITSAClient {

        @Override
        public int getTokenSizeEstimate() {
            return 6000;
        }

        @Override
        public MessageDigest getMessageDigest() throws GeneralSecurityException {
            return MessageDigest.getInstance("SHA-256");
        }

        @Override
        public byte[] getTimeStampToken(byte[] digest) throws IOException {
            return source.timestamp(digest);
        }
    }
}
