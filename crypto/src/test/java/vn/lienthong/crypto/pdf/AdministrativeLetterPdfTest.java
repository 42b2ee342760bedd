package vn.lienthong.crypto.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class AdministrativeLetterPdfTest {

    @Test
    void writesEveryWordWithItsDiacritics() throws IOException {
        String text = text(Letters.written().pdf(), 1, 2);
        assertThat(text)
                .contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 1234/UBND-KGVX")
                .contains("Kính gửi:", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "Nguyễn Thị Ngọc Ánh");
    }

    @Test
    void numbersPagesFromTheSecondOn() throws IOException {
        byte[] pdf = Letters.written().pdf();
        assertThat(text(pdf, 1, 1)).doesNotStartWith("1\n");
        assertThat(text(pdf, 2, 2)).startsWith("2\n");
    }

    @Test
    void writesAFourPagesWithEmbeddedFonts() throws IOException {
        try (PDDocument document = Loader.loadPDF(Letters.written().pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            for (PDPage page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isCloseTo(595, within(1f));
                assertThat(page.getMediaBox().getHeight()).isCloseTo(842, within(1f));
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void leavesRoomForTheSignatureBetweenCapacityAndName() throws IOException {
        PageBox room = Letters.written().signatureBox();
        assertThat(room.page()).isEqualTo(2);
        assertThat(room.height()).isCloseTo(PageBox.millimetres(30), within(0.5));
        assertThat(room.x()).isGreaterThan(PageBox.millimetres(105));
    }

    @Test
    void writesDecisionsWithTheirTitleAndPartyLettersWithTheirHeading() throws IOException {
        AdministrativeLetter decision = new AdministrativeLetter(
                AdministrativeLetter.PARTY_HEADING,
                List.of("TỈNH ỦY PHÚ THỌ", "VĂN PHÒNG"),
                "15-TB/VPTU",
                "Phú Thọ, ngày 21 tháng 11 năm 2026",
                "THÔNG BÁO",
                "về lịch làm việc của Thường trực Tỉnh ủy",
                List.of(),
                List.of("Văn phòng Tỉnh ủy thông báo lịch làm việc như sau."),
                new AdministrativeLetter.Signatory(List.of("CHÁNH VĂN PHÒNG"), "Lê Văn Đức"),
                List.of("Lưu Văn phòng Tỉnh ủy."));
        assertThat(text(Letters.written(decision).pdf(), 1, 1))
                .contains("ĐẢNG CỘNG SẢN VIỆT NAM", "THÔNG BÁO", "về lịch làm việc")
                .doesNotContain("Kính gửi", "V/v");
    }

    @Test
    void drawsSpecimensOnTransparentGround() throws IOException {
        PngImage seal = SpecimenImages.seal("ỦY BAN NHÂN DÂN", "TỈNH PHÚ THỌ");
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(seal.bytes()));
        assertThat(drawn.getRGB(0, 0) >>> 24).isZero();
        assertThat(seal.width() / 300.0 * 25.4).isCloseTo(SpecimenImages.SEAL_MILLIMETRES, within(0.1));
        assertThat(SpecimenImages.signature(1).bytes())
                .isEqualTo(SpecimenImages.signature(1).bytes())
                .isNotEqualTo(SpecimenImages.signature(2).bytes());
    }

    @Test
    void refusesImagesThatAreNoPngOrTooLarge() throws IOException {
        byte[] huge = SpecimenImages.signature(1).bytes();
        huge[16] = 0x7f;
        assertThatThrownBy(() -> PngImage.of(new byte[100])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PngImage.of(new byte[PngImage.MAX_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PngImage.of(huge)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(byte[] pdf, int from, int to) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setLineSeparator("\n");
            stripper.setSortByPosition(true);
            stripper.setStartPage(from);
            stripper.setEndPage(to);
            return stripper.getText(document);
        }
    }
}
