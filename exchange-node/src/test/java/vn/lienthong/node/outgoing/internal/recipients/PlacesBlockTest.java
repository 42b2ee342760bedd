package vn.lienthong.node.outgoing.internal.recipients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lienthong.node.outgoing.internal.recipients.PlacesBlock.Line;

class PlacesBlockTest {

    @Test
    void readsABlockAsItStandsInALetter() {
        String block = """
            Nơi nhận:
            - Như trên;
            - Văn phòng Chính phủ (để b/c);
            - UBND tỉnh Sông Hương (để báo cáo);
            - Sở Y tế, Sở Nội vụ;
            - Công an tỉnh (để phối hợp);
            - Lưu: VT, TH(2).
            """;
        assertThat(PlacesBlock.read(block))
                .containsExactly(
                        new Line(Purpose.REPORT, "Văn phòng Chính phủ"),
                        new Line(Purpose.REPORT, "UBND tỉnh Sông Hương"),
                        new Line(Purpose.ACTION, "Sở Y tế, Sở Nội vụ"),
                        new Line(Purpose.INFORMATION, "Công an tỉnh"),
                        new Line(Purpose.FILE, "VT, TH(2)"));
    }

    @Test
    void tellsSeveralOnOneLineApart() {
        assertThat(PlacesBlock.read("Nơi nhận: Sở A; Sở B (để biết); Lưu VT."))
                .containsExactly(
                        new Line(Purpose.ACTION, "Sở A"),
                        new Line(Purpose.INFORMATION, "Sở B"),
                        new Line(Purpose.FILE, "VT"));
    }

    @Test
    void takesDecomposedTextForTheSame() {
        assertThat(PlacesBlock.read("- So\u031B\u0309 Y te\u0302\u0301;"))
                .containsExactly(new Line(Purpose.ACTION, "Sở Y tế"));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(PlacesBlock.read("")).isEmpty();
        assertThat(PlacesBlock.read(" - ; ;\n\n- Như trên;\n…")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void boundsWhatIsPasted() {
        assertThat(PlacesBlock.read("- A;\n".repeat(100_000))).hasSizeLessThanOrEqualTo(500);
        assertThat(PlacesBlock.read("(".repeat(20_000))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void doesNotTakeANameThatBeginsLikeFilingForFiling() {
        assertThat(PlacesBlock.read("- Lưu trữ quốc gia I;")).hasSize(1);
        assertThat(PlacesBlock.read("- Lựu Đạn phường;")).containsExactly(new Line(Purpose.ACTION, "Lựu Đạn phường"));
    }
}
