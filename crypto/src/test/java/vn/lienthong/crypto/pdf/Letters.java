package vn.lienthong.crypto.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A letter of two pages for tests. */
final class Letters {

    private Letters() {}

    /** A written letter and the room for its signature. */
    static final class Written {

        private final byte[] pdf;
        private final PageBox signatureBox;

        private Written(byte[] pdf, PageBox signatureBox) {
            this.pdf = pdf;
            this.signatureBox = signatureBox;
        }

        byte[] pdf() {
            return pdf.clone();
        }

        PageBox signatureBox() {
            return signatureBox;
        }
    }

    static Written written() throws IOException {
        return written(officialLetter());
    }

    static Written written(AdministrativeLetter letter) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PageBox box = AdministrativeLetterPdf.write(letter, out);
        return new Written(out.toByteArray(), box);
    }

    static AdministrativeLetter officialLetter() {
        List<String> text = new ArrayList<>(List.of(
                "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư và"
                    + " Quyết định số 28/2018/QĐ-TTg ngày 12 tháng 7 năm 2018 của Thủ tướng Chính phủ về việc gửi,"
                    + " nhận văn bản điện tử giữa các cơ quan trong hệ thống hành chính nhà nước, Ủy ban nhân dân tỉnh"
                    + " đề nghị các cơ quan, đơn vị triển khai một số nội dung sau:",
                "1. Rà soát, cập nhật mã định danh điện tử, chứng thư số của cơ quan, tổ chức và người có thẩm quyền ký"
                        + " văn bản; hoàn thành trước ngày 15 tháng 12 năm 2026."));
        for (int i = 2; i <= 9; i++) {
            text.add(i
                    + ". Tổ chức gửi, nhận văn bản điện tử có ký số qua hệ thống liên thông; bảo đảm văn bản được phát"
                    + " hành trong ngày ký, chậm nhất trong ngày làm việc tiếp theo; theo dõi trạng thái xử lý và kịp"
                    + " thời khắc phục các lượt gửi chưa được tiếp nhận. Các trường hợp khẩn phải được ưu tiên xử lý"
                    + " ngay sau khi tiếp nhận.");
        }
        text.add("Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị các cơ quan, đơn vị phản ánh về Sở"
                + " Khoa học và Công nghệ để tổng hợp, báo cáo Ủy ban nhân dân tỉnh xem xét, quyết định./.");
        return new AdministrativeLetter(
                AdministrativeLetter.STATE_HEADING,
                List.of("ỦY BAN NHÂN DÂN", "TỈNH PHÚ THỌ"),
                "1234/UBND-KGVX",
                "Phú Thọ, ngày 21 tháng 11 năm 2026",
                "",
                "gửi, nhận văn bản điện tử trên hệ thống liên thông",
                List.of("Các sở, ban, ngành thuộc tỉnh", "Ủy ban nhân dân các xã, phường"),
                text,
                new AdministrativeLetter.Signatory(
                        List.of("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Nguyễn Thị Ngọc Ánh"),
                List.of("Như trên;", "TTTU, TT HĐND tỉnh (b/c);", "CT, các PCT UBND tỉnh;", "Lưu: VT, KGVX."));
    }
}
