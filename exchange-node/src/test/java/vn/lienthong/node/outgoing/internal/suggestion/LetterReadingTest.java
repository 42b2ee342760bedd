package vn.lienthong.node.outgoing.internal.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lienthong.crypto.pdf.PdfText;

class LetterReadingTest {

    private static final String LETTER = """
        ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        XÃ HƯƠNG GIANG Độc lập - Tự do - Hạnh phúc
        Số: 15/TTr-UBND Hương Giang, ngày 21 tháng 11 năm 2026
        TỜ TRÌNH
        Về việc phối hợp tổ chức
        đợt thử nghiệm liên thông
        Kính gửi: Tỉnh ủy Sông Hương
        Chi tiết tại phụ lục kèm theo.
        Nơi nhận: TM. ỦY BAN NHÂN DÂN
        """;
    private static final String BLOCKS = """
        Nơi nhận:
        - Như trên;
        - Thường trực HĐND xã;
        - Lưu: VT.
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        Nguyễn Văn Hòa
        """;

    @Test
    void readsALetterOfTheGovernment() {
        Suggestions found = LetterReading.read(new PdfText(2, LETTER, BLOCKS));
        assertThat(found.of("number")).isEqualTo("15");
        assertThat(found.of("notation")).isEqualTo("TTr-UBND");
        assertThat(found.of("place")).isEqualTo("Hương Giang");
        assertThat(found.of("issued")).isEqualTo("21/11/2026");
        assertThat(found.of("type")).isEqualTo("Tờ trình");
        assertThat(found.of("subject")).isEqualTo("Về việc phối hợp tổ chức đợt thử nghiệm liên thông");
        assertThat(found.of("competence")).isEqualTo("TM. ỦY BAN NHÂN DÂN");
        assertThat(found.of("position")).isEqualTo("CHỦ TỊCH");
        assertThat(found.of("signer")).isEqualTo("Nguyễn Văn Hòa");
        assertThat(found.of("pages")).isEqualTo("2");
        assertThat(found.places()).contains("Thường trực HĐND xã").contains("Lưu");
        assertThat(found.mentionsAnnex()).isTrue();
        assertThat(found.secrecyMark()).isFalse();
        assertThat(Suggestions.read(found.json())).isEqualTo(found);
    }

    @Test
    void readsALetterWithoutNumberYet() {
        String text = "Số:      /UBND-VX\nHà Nội, ngày    tháng    năm 2026\nV/v đôn đốc báo cáo\nKính gửi: Các xã";
        Suggestions found = LetterReading.read(new PdfText(1, text, text));
        assertThat(found.of("number")).isEmpty();
        assertThat(found.of("notation")).isEqualTo("UBND-VX");
        assertThat(found.of("type")).isEqualTo("Công văn");
        assertThat(found.of("subject")).isEqualTo("đôn đốc báo cáo");
        assertThat(found.of("place")).isEqualTo("Hà Nội");
    }

    @Test
    void readsALetterOfTheParty() {
        String text = "Số 05-BC/ĐU Hương Giang, ngày 3 tháng 2 năm 2026\nBÁO CÁO\nkết quả công tác";
        Suggestions found = LetterReading.read(new PdfText(1, text, text));
        assertThat(found.of("number")).isEqualTo("05");
        assertThat(found.of("notation")).isEqualTo("BC/ĐU");
        assertThat(found.of("issued")).isEqualTo("03/02/2026");
        assertThat(found.of("type")).isEqualTo("Báo cáo");
    }

    @Test
    void seesAMarkOfSecrecyAndUrgency() {
        Suggestions found = LetterReading.read(new PdfText(1, "UBND TỈNH\nTUYỆT MẬT\nHỎA TỐC\n", ""));
        assertThat(found.secrecyMark()).isTrue();
        assertThat(found.of("urgency")).isEqualTo("3");
        assertThat(LetterReading.read(new PdfText(1, "bảo mật thông tin", "")).secrecyMark())
                .isFalse();
    }

    @Test
    void findsNothingInAScan() {
        Suggestions found = LetterReading.read(new PdfText(1, "", ""));
        assertThat(found.fields()).containsOnlyKeys("pages");
        assertThat(found.places()).isEmpty();
        assertThat(Suggestions.read("")).isEqualTo(Suggestions.NONE);
    }

    @Test
    void endsSoonOnHostileText() {
        String hostile = "Số: ".repeat(20_000) + "ngày ".repeat(20_000);
        assertThat(LetterReading.read(new PdfText(1, hostile, hostile)).of("number"))
                .isEmpty();
    }
}
