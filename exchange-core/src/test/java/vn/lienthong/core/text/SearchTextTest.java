package vn.lienthong.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class SearchTextTest {
    @Test
    void foldsBothWaysOfPlacingTheToneAlike() {
        assertThat(SearchText.fold("Hỏa tốc")).isEqualTo("hoa toc");
        assertThat(SearchText.fold("Hoả tốc")).isEqualTo("hoa toc");
    }

    @Test
    void foldsTheStrokedDThatHasNoDecomposition() {
        assertThat(SearchText.fold("Đồng Đăng, Điện Biên")).isEqualTo("dong dang dien bien");
    }

    @Test
    void foldsComposedAndDecomposedWritingAlike() {
        String subject = "Về việc thẩm định ưu đãi";
        assertThat(SearchText.fold(Normalizer.normalize(subject, Normalizer.Form.NFD)))
                .isEqualTo(SearchText.fold(subject))
                .isEqualTo("ve viec tham dinh uu dai");
    }

    @Test
    void splitsNumberAndNotation() {
        assertThat(SearchText.words("Số 123/UBND-VX")).containsExactly("so", "123", "ubnd", "vx");
    }

    @Test
    void foldingTwiceChangesNothing() {
        String once = SearchText.fold("Số 05-BC/ĐU (ngày 01/02)");
        assertThat(SearchText.fold(once)).isEqualTo(once);
    }

    @Test
    void findsNothingInSignsAlone() {
        assertThat(SearchText.fold(" --/()*+\" ")).isEmpty();
        assertThat(SearchText.question(" *+- ")).isEmpty();
        assertThat(SearchText.words("")).isEmpty();
    }

    @Test
    void asksForEveryWordAndLetsTheLastOneGoOn() {
        assertThat(SearchText.question("hoả tốc 12")).isEqualTo("+hoazq +toczq +12*");
    }

    @Test
    void givesShortWordsAnEndingForTheIndex() {
        assertThat(SearchText.indexed("An Hà")).isEqualTo("anzq hazq");
    }

    @Test
    void letsNoOperatorOfTheDatabaseThrough() {
        assertThat(SearchText.question("+a -b \"c\" (d) ~e @f")).matches("(\\+[a-z]+zq )*\\+[a-z]+\\*");
    }
}
