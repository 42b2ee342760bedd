package vn.lienthong.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    private static String marked(String text, String question) {
        return MarkedText.of(text, SearchQuestion.of(question)).pieces().stream()
                .map(piece -> piece.marked() ? "[" + piece.text() + "]" : piece.text())
                .collect(Collectors.joining());
    }

    @Test
    void marksWordsWithTheirAccents() {
        assertThat(marked("Hỏa tốc: 123/UBND-VX", "hoa toc 123 ubnd")).isEqualTo("[Hỏa] [tốc]: [123]/[UBND]-VX");
        assertThat(marked("Đường Điện Biên", "dien duong")).isEqualTo("[Đường] [Điện] Biên");
    }

    @Test
    void marksBeginningsOfTheLastWordOnly() {
        assertThat(marked("Kế hoạch kiểm tra", "ke ki")).isEqualTo("[Kế] hoạch [kiểm] tra");
        assertThat(marked("123 1234", "123")).isEqualTo("[123] 1234");
    }

    @Test
    void marksDecomposedWriting() {
        String text = Normalizer.normalize("Hỏa tốc", Normalizer.Form.NFD);
        assertThat(marked(text, "hỏa").replace("[", "").replace("]", "")).isEqualTo(text);
        assertThat(MarkedText.of(text, SearchQuestion.of("hỏa")).any()).isTrue();
    }

    @Test
    void keepsTheTextToTheLetter() {
        String hostile = "<b>an</b> & \"toàn\" %_ \u0000 an";
        assertThat(MarkedText.of(hostile, SearchQuestion.of("an toan")).pieces().stream()
                        .map(MarkedText.Piece::text)
                        .collect(Collectors.joining()))
                .isEqualTo(hostile);
    }

    @Test
    void marksNothingInAnEmptyText() {
        assertThat(MarkedText.of("", SearchQuestion.of("an")).pieces()).isEmpty();
        assertThat(MarkedText.of("toàn", SearchQuestion.of("an")).any()).isFalse();
        assertThat(MarkedText.of("toàn", SearchQuestion.of("")).any()).isFalse();
    }

    @Test
    void neverPrintsTheText() {
        assertThat(MarkedText.of("mật", SearchQuestion.of("mat")).toString()).doesNotContain("mật");
    }
}
