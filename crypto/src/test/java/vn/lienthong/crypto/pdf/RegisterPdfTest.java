package vn.lienthong.crypto.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The printed forms; the PDFs stay in {@code target/prints} for people to look at. */
class RegisterPdfTest {
    private static final double POINTS = 72 / 25.4;

    private static RegisterSheet sheet() {
        return new RegisterSheet(
                "TỈNH LẠNG SƠN",
                "ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG KINH",
                "SỔ ĐĂNG KÝ VĂN BẢN ĐI",
                List.of("Năm: 2026", "Từ số 01 đến số 300"),
                List.of(
                        new RegisterSheet.Column("Số, ký hiệu văn bản", 28, false),
                        new RegisterSheet.Column("Ngày tháng văn bản", 20, true),
                        new RegisterSheet.Column("Tên loại và trích yếu nội dung", 90, false),
                        new RegisterSheet.Column("Ghi chú", 40, false)),
                List.of("Sổ này có 300 số, 1 số đã hủy."),
                List.of(
                        new RegisterSheet.Signature("NGƯỜI GIỮ SỔ", "(Ký, ghi rõ họ tên)"),
                        new RegisterSheet.Signature("THỦ TRƯỞNG CƠ QUAN", "(Ký tên, đóng dấu)")));
    }

    private static RegisterSheet.Row row(int number) {
        String subject =
                "Quyết định về việc phê duyệt kế hoạch chuyển đổi số năm 2027, ưu tiên xử lý thủ tục của người dân "
                        + "và doanh nghiệp trên môi trường điện tử";
        boolean struck = number == 7;
        return new RegisterSheet.Row(
                List.of(number + "/QĐ-UBND", "21/11/2026", subject, struck ? "Đã hủy: ký nhầm thẩm quyền" : ""),
                struck);
    }

    @Test
    void repeatsTheHeadingsAndNumbersThePages() throws IOException {
        byte[] pdf = written(out -> RegisterSheetPdf.write(
                sheet(),
                IntStream.rangeClosed(1, 300).mapToObj(RegisterPdfTest::row).iterator(),
                out));
        keep("register.pdf", pdf);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            int pages = read.getNumberOfPages();
            assertThat(pages).isGreaterThan(10);
            for (int i = 2; i <= pages - 1; i++) {
                assertThat(text(read, i))
                        .contains("Số, ký hiệu", "Ghi chú", "(4)", "Trang " + (i - 1) + "/" + (pages - 1));
            }
            assertThat(text(read, 1))
                    .contains("SỔ ĐĂNG KÝ VĂN BẢN ĐI", "Năm: 2026")
                    .doesNotContain("Trang");
            assertThat(text(read, pages)).contains("1 số đã hủy", "NGƯỜI GIỮ SỔ", "(Ký tên, đóng dấu)");
            assertThat(text(read, 2)).contains("1/QĐ-UBND", "phê duyệt kế hoạch");
            PDRectangle size = read.getPage(1).getMediaBox();
            assertThat(size.getWidth()).isGreaterThan(size.getHeight());
            assertEmbedded(read);
        }
    }

    @Test
    void printsABookWithoutLines() throws IOException {
        byte[] pdf = written(out ->
                RegisterSheetPdf.write(sheet(), List.<RegisterSheet.Row>of().iterator(), out));
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(text(read, 2)).contains("Số, ký hiệu", "Trang 1/1");
        }
    }

    @Test
    void drawsTheStampInItsRealSize() throws IOException {
        ArrivalStamp stamp = new ArrivalStamp(
                "ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG KINH", "1024", "21/11/2026", "Phòng Văn hóa - Xã hội", "");
        byte[] alone = written(out -> ArrivalStampPdf.write(stamp, ArrivalStampPdf.Paper.ALONE, out));
        keep("stamp.pdf", alone);
        try (PDDocument read = Loader.loadPDF(alone)) {
            PDRectangle size = read.getPage(0).getMediaBox();
            assertThat(size.getWidth() / POINTS).isBetween(49.9, 50.1);
            assertThat(size.getHeight() / POINTS).isBetween(34.9, 35.1);
            assertThat(text(read, 1)).contains("ĐẾN", "Số: 1024", "Ngày: 21/11/2026", "Chuyển: Phòng Văn hóa");
            assertEmbedded(read);
        }
        byte[] over = written(out -> ArrivalStampPdf.write(stamp, ArrivalStampPdf.Paper.OVER_LEFT, out));
        keep("stamp-over.pdf", over);
        try (PDDocument read = Loader.loadPDF(over)) {
            assertThat(read.getPage(0).getMediaBox().getHeight() / POINTS).isBetween(296.9, 297.1);
            assertThat(text(read, 1)).contains("ĐẾN");
        }
    }

    @Test
    void leavesRoomForThePenOnTheSlip() throws IOException {
        HandlingSlip slip = new HandlingSlip(
                "TỈNH LẠNG SƠN",
                "ỦY BAN NHÂN DÂN PHƯỜNG ĐÔNG KINH",
                List.of(
                        new ProofSheet.Fact("Số đến", "1024, ngày 21/11/2026"),
                        new ProofSheet.Fact(
                                "Văn bản", "Công văn 7816/VPCP-TTĐT ngày 20/11/2026 của Văn phòng Chính phủ"),
                        new ProofSheet.Fact(
                                "Trích yếu", "Về việc gửi, nhận văn bản điện tử giữa các cơ quan nhà nước")),
                List.of(
                        new HandlingSlip.Part(
                                "1. Ý kiến của lãnh đạo cơ quan, tổ chức",
                                List.of(
                                        new ProofSheet.Fact("Giao đơn vị, cá nhân chủ trì", "Phòng Văn hóa - Xã hội"),
                                        new ProofSheet.Fact("Giao đơn vị, cá nhân phối hợp", ""),
                                        new ProofSheet.Fact("Thời hạn giải quyết", ""),
                                        new ProofSheet.Fact("Ngày cho ý kiến phân phối, giải quyết", "")),
                                "Giao Phòng Văn hóa - Xã hội tham mưu."),
                        new HandlingSlip.Part("2. Ý kiến của lãnh đạo đơn vị", List.of(), ""),
                        new HandlingSlip.Part("3. Ý kiến đề xuất của người giải quyết", List.of(), "")),
                new ProofSheet.Code(25, (x, y) -> (x * y) % 3 == 0));
        byte[] pdf = written(out -> HandlingSlipPdf.write(slip, out));
        keep("slip.pdf", pdf);
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(text(read, 1))
                    .contains("PHIẾU GIẢI QUYẾT VĂN BẢN ĐẾN", "1. Ý kiến", "2. Ý kiến", "3. Ý kiến", "Phòng Văn hóa");
            assertEmbedded(read);
        }
    }

    private static void assertEmbedded(PDDocument read) throws IOException {
        for (PDPage page : read.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    private static String text(PDDocument read, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(read).replaceAll("\\s+", " ");
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "prints")).resolve(name), pdf);
    }
}
