package vn.lienthong.crypto.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.cos.COSDictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.crypto.pdf.PdfFinding.Kind;
import vn.lienthong.crypto.pdf.PdfFinding.Severity;

class PdfInspectorTest {

    private static final TestPki PKI = new TestPki("CA thử nghiệm");
    private static final InstantSource CLOCK = InstantSource.fixed(TestPki.NOW);
    private static final Instant DEADLINE = TestPki.NOW.plusSeconds(30);

    private final PdfInspector inspector = new PdfInspector(PdfInspectionLimits.STANDARD, CLOCK);

    @Test
    void findsNothingInIssuedLetters() throws IOException, PdfSigningException {
        assertThat(inspector.inspect(Letters.written().pdf(), DEADLINE).findings())
                .isEmpty();
        byte[] issued = SignedLetters.byPersonAndAgency(PKI.ecSigner("Người ký"), PKI.rsaSigner("Cơ quan"));
        assertThat(inspector.inspect(issued, DEADLINE).findings()).isEmpty();
    }

    @Test
    void blocksActionsThatDoSomething() throws IOException {
        Map<String, Kind> actions = Map.of(
                "JavaScript", Kind.JAVASCRIPT,
                "Launch", Kind.LAUNCH,
                "SubmitForm", Kind.FORM_SUBMISSION,
                "ImportData", Kind.FORM_SUBMISSION,
                "GoToR", Kind.REMOTE_TARGET,
                "GoToE", Kind.REMOTE_TARGET,
                "Rendition", Kind.MULTIMEDIA);
        for (Map.Entry<String, Kind> action : actions.entrySet()) {
            COSDictionary link = HostilePdfs.subtype("Link");
            link.setItem("A", HostilePdfs.action(action.getKey()));
            assertThat(blocked(HostilePdfs.annotation(link))).containsExactly(action.getValue());
        }
    }

    @Test
    void namesPageAndObjectOfAnAnnotation() throws IOException {
        PdfInspection outcome = inspector.inspect(HostilePdfs.annotation(HostilePdfs.subtype("RichMedia")), DEADLINE);
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.MULTIMEDIA);
            assertThat(finding.page()).isEqualTo(2);
            assertThat(finding.object()).matches("[0-9]+ 0");
        });
    }

    @Test
    void blocksWhatRunsByItself() throws IOException {
        assertThat(blocked(HostilePdfs.catalogEntry("OpenAction", HostilePdfs.action("Named"))))
                .containsExactly(Kind.OPEN_ACTION);
        assertThat(blocked(HostilePdfs.catalogEntry("OpenAction", HostilePdfs.action("GoTo"))))
                .isEmpty();
        COSDictionary onClose = new COSDictionary();
        onClose.setItem("WC", HostilePdfs.action("JavaScript"));
        assertThat(blocked(HostilePdfs.catalogEntry("AA", onClose)))
                .containsExactlyInAnyOrder(Kind.ADDITIONAL_ACTIONS, Kind.JAVASCRIPT);
    }

    @Test
    void blocksFormsThatOtherReadersDoNotShow() throws IOException {
        COSDictionary form = new COSDictionary();
        form.setItem("XFA", new COSDictionary());
        assertThat(blocked(HostilePdfs.catalogEntry("AcroForm", form))).containsExactly(Kind.XFA);
    }

    @Test
    void flagsLayersWithoutBlocking() throws IOException {
        PdfInspection outcome =
                inspector.inspect(HostilePdfs.catalogEntry("OCProperties", new COSDictionary()), DEADLINE);
        assertThat(outcome.isBlocked()).isFalse();
        assertThat(outcome.findings()).extracting(PdfFinding::severity).containsExactly(Severity.WARN);
    }

    @Test
    void blocksEmbeddedFilesUnlessAllowedAndNeverRepeatsTheirNames() throws IOException {
        byte[] pdf = HostilePdfs.embeddedFile("../../etc/passwd");
        PdfInspection strict = inspector.inspect(pdf, DEADLINE);
        assertThat(strict.isBlocked()).isTrue();
        assertThat(strict.toString()).contains("EMBEDDED_FILE").doesNotContain("passwd");
        PdfInspectionLimits lenient = new PdfInspectionLimits(1 << 20, 10, 100, 64, 1 << 20, true);
        assertThat(new PdfInspector(lenient, CLOCK).inspect(pdf, DEADLINE).isBlocked())
                .isFalse();
    }

    @Test
    void blocksEncryptionWithAndWithoutPassword() throws IOException {
        assertThat(blocked(HostilePdfs.encrypted(""))).contains(Kind.ENCRYPTED);
        assertThat(blocked(HostilePdfs.encrypted("secret"))).contains(Kind.ENCRYPTED);
    }

    @Test
    void blocksLongFilterChains() throws IOException {
        List<String> three = List.of("FlateDecode", "FlateDecode", "FlateDecode");
        assertThat(blocked(HostilePdfs.stream(three, 3, 1000))).contains(Kind.FILTER_CHAIN);
        assertThat(blocked(HostilePdfs.stream(three.subList(0, 2), 2, 1000))).isEmpty();
    }

    @Test
    void stopsInflatingBombs() throws IOException {
        int zeros = 300 << 20;
        assertThat(blocked(HostilePdfs.stream(List.of("FlateDecode"), 1, zeros)))
                .containsExactly(Kind.INFLATED_SIZE);
        assertThat(blocked(HostilePdfs.stream(List.of("FlateDecode", "FlateDecode"), 2, zeros)))
                .containsExactly(Kind.INFLATED_SIZE);
    }

    @Test
    void blocksStructureBehindUnusualFilters() {
        String disguised =
                "%PDF-1.7\n1 0 obj\n<</Type/#4fbjStm/Filter[/ASCIIHexDecode/FlateDecode]>>stream\n00>endstream";
        assertThat(blocked(disguised.getBytes(StandardCharsets.US_ASCII))).containsExactly(Kind.FILTER_CHAIN);
    }

    @Test
    void boundsSizePagesObjectsDepthAndTime() throws IOException {
        PdfInspector small = new PdfInspector(new PdfInspectionLimits(100_000, 1, 50, 20, 1 << 20, false), CLOCK);
        byte[] twoPages = HostilePdfs.with(document -> {});
        assertThat(kinds(small, new byte[100_001])).containsExactly(Kind.TOO_LARGE);
        assertThat(kinds(small, twoPages)).containsExactly(Kind.TOO_MANY_PAGES);
        assertThat(kinds(small, HostilePdfs.objects(60))).containsExactly(Kind.TOO_MANY_OBJECTS);
        assertThat(blocked(HostilePdfs.nested(80))).contains(Kind.TOO_DEEP);
        assertThat(inspector.inspect(Letters.written().pdf(), TestPki.NOW).findings())
                .extracting(PdfFinding::kind)
                .containsExactly(Kind.TIME_EXCEEDED);
    }

    @Test
    void survivesNestingThatOverflowsParsers() {
        String deep = "%PDF-1.7\n1 0 obj\n" + "[".repeat(200_000) + "\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF";
        assertThat(inspector
                        .inspect(deep.getBytes(StandardCharsets.US_ASCII), DEADLINE)
                        .isBlocked())
                .isTrue();
    }

    @Test
    void saysWhatIsNoPdf() {
        assertThat(blocked(new byte[0])).containsExactly(Kind.NOT_A_PDF);
        assertThat(blocked("MZ executable".getBytes(StandardCharsets.US_ASCII))).containsExactly(Kind.NOT_A_PDF);
        assertThat(blocked("%PDF-1.7 and then nothing".getBytes(StandardCharsets.US_ASCII)))
                .containsExactly(Kind.UNREADABLE);
    }

    @Test
    void neverThrowsForMutants() throws IOException, PdfSigningException {
        byte[] signed = SignedLetters.byPerson(PKI.ecSigner("Người ký"));
        Random random = new Random(20261121);
        for (int i = 0; i < 150; i++) {
            byte[] mutant = i % 3 == 0 ? Arrays.copyOf(signed, random.nextInt(signed.length)) : signed.clone();
            for (int flips = 0; flips < 1 + i / 10 && mutant.length > 0; flips++) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
            }
            assertThat(inspector.inspect(mutant, DEADLINE)).isNotNull();
        }
    }

    @Test
    void inspectsFilesWithinTheSizeLimit(@TempDir Path folder) throws IOException {
        Path letter = Files.write(folder.resolve("a.pdf"), Letters.written().pdf());
        assertThat(inspector.inspect(letter, DEADLINE).findings()).isEmpty();
        PdfInspectionLimits tiny = new PdfInspectionLimits(10, 1, 1, 1, 1, false);
        assertThat(new PdfInspector(tiny, CLOCK).inspect(letter, DEADLINE).isBlocked())
                .isTrue();
    }

    private List<Kind> blocked(byte[] pdf) {
        return inspector.inspect(pdf, DEADLINE).findings().stream()
                .filter(finding -> finding.severity() == Severity.BLOCK)
                .map(PdfFinding::kind)
                .distinct()
                .toList();
    }

    private static List<Kind> kinds(PdfInspector inspector, byte[] pdf) {
        return inspector.inspect(pdf, DEADLINE).findings().stream()
                .map(PdfFinding::kind)
                .toList();
    }
}
