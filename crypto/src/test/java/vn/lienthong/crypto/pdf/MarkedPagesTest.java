package vn.lienthong.crypto.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.crypto.pdf.PagePicture.Drawn;
import vn.lienthong.crypto.pdf.PagePicture.Reason;
import vn.lienthong.crypto.pdf.PagePicture.Refused;

class MarkedPagesTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Watermark MARK = new Watermark(
            List.of("Trần Thị Bình (ttb) · UBND tỉnh Hà Giang", "16:42:05 22/11/2026 +07:00 · 7F3K-9QXD", "Mật"));
    private static final Watermark OTHER =
            new Watermark(List.of("Nguyễn Văn An (nva) · Sở Nội vụ", "09:00:00 01/12/2026 +07:00 · AAAA-2222", "Mật"));

    private final MarkedPages pages = new MarkedPages(PdfInspectionLimits.STANDARD, InstantSource.system());

    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0xffffff, 0x808080, 0xc81e1e, 0x1e1ec8})
    void theMarkCanBeSeenAllOverAPageOfAnyColour(int colour) throws IOException {
        BufferedImage shown = read(draw(PageSource.PICTURE, picture(colour, 1000, 1400), MARK));
        int ground = shown.getRGB(1, 1) & 0xffffff;
        for (int across = 0; across < 4; across++) {
            for (int down = 0; down < 6; down++) {
                assertThat(strongest(shown, ground, across * 206, down * 190, 206, 190))
                        .as("cell %d, %d of colour %06x", across, down, colour)
                        .isGreaterThan(28);
            }
        }
    }

    @Test
    void theMarkSaysWhoAndWhen() throws IOException {
        byte[] white = picture(0xffffff, 1000, 1400);
        BufferedImage one = read(draw(PageSource.PICTURE, white, MARK));
        BufferedImage same = read(draw(PageSource.PICTURE, white, MARK));
        BufferedImage other = read(draw(PageSource.PICTURE, white, OTHER));
        assertThat(differing(one, same)).isZero();
        assertThat(differing(one, other)).isGreaterThan(10_000);
    }

    @Test
    void aCloselyWrittenPageWithItsMarkTakesAboutAHundredKilobytes() throws IOException {
        Drawn drawn = draw(PageSource.PDF, letter(), MARK);
        assertThat(drawn.octets().length).isLessThan(115_000);
        assertThat(drawn.width()).isEqualTo(MarkedPages.SCREEN_WIDTH);
        BufferedImage shown = read(drawn);
        BufferedImage plain = plain(letter());
        assertThat(strongestDifference(shown, plain))
                .as("the mark lies over the page")
                .isGreaterThan(40);
    }

    @Test
    void thePageCanStillBeRead() throws IOException {
        BufferedImage shown = read(draw(PageSource.PDF, letter(), MARK));
        BufferedImage plain = plain(letter());
        long kept = 0;
        long ink = 0;
        for (int y = 0; y < plain.getHeight(); y++) {
            for (int x = 0; x < plain.getWidth(); x++) {
                if (bright(plain.getRGB(x, y)) < 60) {
                    ink++;
                    kept += bright(shown.getRGB(x, y)) < 150 ? 1 : 0;
                }
            }
        }
        assertThat(ink).isGreaterThan(2_000);
        assertThat((double) kept / ink).isGreaterThan(0.93);
    }

    @Test
    void textIsLaidOutOnPages() throws IOException {
        byte[] text = "Một dòng chữ tiếng Việt có dấu.\n".repeat(120).getBytes(StandardCharsets.UTF_8);
        Drawn drawn = draw(PageSource.TEXT, text, MARK);
        assertThat(drawn.pages()).isEqualTo(3);
        assertThat(drawn.octets().length).isLessThan(150_000);
        assertThat(pages.draw(PageSource.TEXT, text, 4, 827, MARK, LIMIT)).isEqualTo(new Refused(Reason.NO_SUCH_PAGE));
        assertThat(pages.draw(PageSource.TEXT, new byte[] {(byte) 0xc3, 0x28}, 1, 827, MARK, LIMIT))
                .isEqualTo(new Refused(Reason.UNREADABLE));
        assertThat(pages.draw(PageSource.TEXT, new byte[5 << 20], 1, 827, MARK, LIMIT))
                .isEqualTo(new Refused(Reason.TOO_LARGE));
    }

    @Test
    void refusesAPictureThatUnpacksToGigabytes() throws IOException {
        byte[] small = picture(0xffffff, 10, 10);
        byte[] bomb = small.clone();
        // Width and height stand in the head of the file; its checksum is not asked for before the size.
        Arrays.fill(bomb, 17, 20, (byte) 1);
        Arrays.fill(bomb, 21, 24, (byte) 1);
        assertThat(pages.draw(PageSource.PICTURE, bomb, 1, 827, MARK, LIMIT)).isInstanceOf(Refused.class);
        assertThat(pages.draw(PageSource.PICTURE, picture(0, 1, 900), 1, 827, MARK, LIMIT))
                .isEqualTo(new Refused(Reason.TOO_COMPLEX));
    }

    @Test
    void hostileFilesAreRefusedAndNothingIsThrown() throws IOException {
        Random random = new Random(5);
        byte[] letter = letter();
        for (PageSource form : PageSource.values()) {
            for (int round = 0; round < 15; round++) {
                byte[] broken = letter.clone();
                for (int i = 0; i < 20; i++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                assertThat(pages.draw(form, broken, 1, 400, MARK, LIMIT)).isNotNull();
                assertThat(pages.copy(form, new byte[round], MARK, LIMIT, OutputStream.nullOutputStream()))
                        .isNotNull();
            }
        }
        assertThat(pages.draw(PageSource.PDF, new byte[0], 1, 827, MARK, LIMIT))
                .isEqualTo(new Refused(Reason.UNREADABLE));
    }

    @Test
    void aCopyToPrintHoldsPicturesOnlyAndTheMarkOnEachPage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(pages.copy(PageSource.PDF, twoPages(), MARK, LIMIT, out)).isEmpty();
        try (PDDocument copy = Loader.loadPDF(out.toByteArray())) {
            assertThat(copy.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(copy)).isBlank();
            for (int page = 0; page < 2; page++) {
                BufferedImage drawn = new PDFRenderer(copy).renderImageWithDPI(page, 100);
                for (int cell = 0; cell < 5; cell++) {
                    assertThat(strongest(drawn, 0xffffff, 100, 200 + cell * 180, 600, 180))
                            .isGreaterThan(28);
                }
            }
        }
    }

    @Test
    void aCopyThatMayNotBeMadeLeavesNothingBehind() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(pages.copy(PageSource.PDF, "no".getBytes(StandardCharsets.US_ASCII), MARK, LIMIT, out))
                .contains(Reason.UNREADABLE);
        assertThat(out.size()).isZero();
    }

    @Test
    void onlyFormsThatCanBeDrawnAreShown() {
        assertThat(PageSource.of("Công văn.PDF")).contains(PageSource.PDF);
        assertThat(PageSource.of("anh.jpeg")).contains(PageSource.PICTURE);
        assertThat(PageSource.of("ghi chú.txt")).contains(PageSource.TEXT);
        for (String other : List.of("dự thảo.docx", "bảng.xlsx", "trang.html", "anh.svg", "thư", "")) {
            assertThat(PageSource.of(other)).as(other).isEmpty();
        }
    }

    @Test
    void aMarkSaysSomethingAndKeepsToItsLines() {
        assertThatThrownBy(() -> new Watermark(List.of(" "))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Watermark(List.of("a\nb")).lines()).containsExactly("a b");
        assertThat(MARK.toString()).doesNotContain("Bình");
    }

    private Drawn draw(PageSource form, byte[] file, Watermark mark) {
        PagePicture picture = pages.draw(form, file, 1, MarkedPages.SCREEN_WIDTH, mark, LIMIT);
        assertThat(picture).isInstanceOf(Drawn.class);
        return (Drawn) picture;
    }

    private static BufferedImage plain(byte[] pdf) {
        PdfPagePictures unmarked = new PdfPagePictures(PdfInspectionLimits.STANDARD, Clock.systemUTC());
        return read((Drawn) unmarked.draw(pdf, 1, MarkedPages.SCREEN_WIDTH, LIMIT));
    }

    private static byte[] letter() throws IOException {
        return Letters.written().pdf();
    }

    private static byte[] twoPages() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 2; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.addRect(20, 20, 10, 10);
                    content.fill();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] picture(int colour, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(colour));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static BufferedImage read(Drawn drawn) {
        try {
            return ImageIO.read(new ByteArrayInputStream(drawn.octets()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int strongest(BufferedImage image, int ground, int left, int top, int width, int height) {
        int most = 0;
        for (int y = top; y < Math.min(top + height, image.getHeight()); y++) {
            for (int x = left; x < Math.min(left + width, image.getWidth()); x++) {
                most = Math.max(most, Math.abs(bright(image.getRGB(x, y)) - bright(ground)));
            }
        }
        return most;
    }

    private static int strongestDifference(BufferedImage one, BufferedImage other) {
        int most = 0;
        for (int y = 0; y < other.getHeight(); y++) {
            for (int x = 0; x < other.getWidth(); x++) {
                most = Math.max(most, Math.abs(bright(one.getRGB(x, y)) - bright(other.getRGB(x, y))));
            }
        }
        return most;
    }

    private static int differing(BufferedImage one, BufferedImage other) {
        int count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private static int bright(int colour) {
        Color parts = new Color(colour);
        return (parts.getRed() * 3 + parts.getGreen() * 6 + parts.getBlue()) / 10;
    }
}
