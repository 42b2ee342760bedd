package vn.lienthong.crypto.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.pdf.PagePicture.Drawn;
import vn.lienthong.crypto.pdf.PagePicture.Reason;
import vn.lienthong.crypto.pdf.PagePicture.Refused;

class PdfPagePicturesTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final PdfPagePictures pictures = new PdfPagePictures(PdfInspectionLimits.STANDARD, InstantSource.system());

    @Test
    void drawsAPageAsAPicture() throws IOException {
        byte[] letter = page("1 0 0 rg 100 100 300 300 re f", new PDRectangle(595, 842));
        assertThat(pictures.draw(letter, 1, 900, LIMIT)).isInstanceOfSatisfying(Drawn.class, drawn -> {
            assertThat(drawn.mediaType()).isEqualTo("image/png");
            assertThat(drawn.width()).isBetween(899, 901);
            assertThat(drawn.pages()).isEqualTo(1);
            assertThat(read(drawn).getRGB(350, 900) & 0xffffff).isEqualTo(0xff0000);
            assertThat(read(drawn).getRGB(10, 10) & 0xffffff).isEqualTo(0xffffff);
        });
    }

    @Test
    void drawsASmallPictureForSlowLines() throws IOException {
        byte[] letter = page("0 0 1 RG 4 w 20 20 m 500 700 l S", PDRectangle.A4);
        assertThat(pictures.draw(letter, 1, 480, LIMIT)).isInstanceOfSatisfying(Drawn.class, drawn -> {
            assertThat(drawn.mediaType()).isEqualTo("image/jpeg");
            assertThat(drawn.octets().length).isLessThan(30_000);
        });
    }

    @Test
    void refusesPagesThatAreNotThere() throws IOException {
        byte[] letter = page("", PDRectangle.A4);
        assertRefused(letter, 2, Reason.NO_SUCH_PAGE);
        assertRefused(letter, 0, Reason.NO_SUCH_PAGE);
    }

    @Test
    void refusesWhatIsNoPdf() {
        assertRefused(new byte[0], 1, Reason.UNREADABLE);
        assertRefused("MZ not a document".getBytes(StandardCharsets.US_ASCII), 1, Reason.UNREADABLE);
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        assertRefused(noise, 1, Reason.UNREADABLE);
    }

    @Test
    void neverThrowsAtBrokenDocuments() throws IOException {
        byte[] letter = page("1 0 0 rg 100 100 300 300 re f", PDRectangle.A4);
        Random random = new Random(11);
        for (int round = 0; round < 60; round++) {
            byte[] broken = letter.clone();
            for (int i = 0; i < 8; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(pictures.draw(broken, 1, 200, LIMIT)).isNotNull();
        }
    }

    @Test
    void refusesAPageThatIsAThousandTimesAsHighAsWide() throws IOException {
        assertRefused(page("", new PDRectangle(10, 14_000)), 1, Reason.TOO_COMPLEX);
    }

    @Test
    void refusesAPictureThatUnpacksToGigabytes() throws IOException {
        byte[] bomb = page("q 500 0 0 500 0 0 cm BI /W 60000 /H 60000 /CS /G /BPC 8 ID x EI Q", PDRectangle.A4);
        assertRefused(bomb, 1, Reason.TOO_COMPLEX);
    }

    @Test
    void refusesAFormThatDrawsItselfForEver() throws IOException {
        StringBuilder much = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            much.append("0 0 m 500 800 l S ");
        }
        PagePicture picture = pictures.draw(page(much.toString(), PDRectangle.A4), 1, 900, Duration.ofMillis(300));
        assertThat(picture).isEqualTo(new Refused(Reason.TIME_EXCEEDED));
    }

    @Test
    void refusesADocumentWithAPassword() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            assertRefused(out.toByteArray(), 1, Reason.ENCRYPTED);
        }
    }

    @Test
    void refusesADocumentThatIsTooLarge() {
        PdfInspectionLimits tiny = new PdfInspectionLimits(1000, 10, 100, 10, 1000, false);
        assertThat(new PdfPagePictures(tiny, InstantSource.system()).draw(new byte[1001], 1, 900, LIMIT))
                .isEqualTo(new Refused(Reason.TOO_LARGE));
    }

    private void assertRefused(byte[] pdf, int page, Reason reason) {
        assertThat(pictures.draw(pdf, page, 900, LIMIT)).isEqualTo(new Refused(reason));
    }

    private static BufferedImage read(Drawn drawn) {
        try {
            return ImageIO.read(new ByteArrayInputStream(drawn.octets()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] page(String content, PDRectangle size) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(size);
            COSStream stream = document.getDocument().createCOSStream();
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                out.write(content.getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(new PDStream(stream));
            document.addPage(page);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
