package vn.lienthong.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.text.SearchQuestion.Term;

class SearchQuestionTest {

    private static List<String> words(String text) {
        return SearchQuestion.of(text).terms().stream()
                .map(term -> String.join("|", term.spellings()) + (term.open() ? "*" : ""))
                .toList();
    }

    @Test
    void takesAccentsCapitalsAndSignsAway() {
        assertThat(words("Hỏa tốc 123/UBND-VX")).containsExactly("hoa", "toc", "123", "ubnd", "vx*");
    }

    @Test
    void letsTheLastWordGoOnUnlessItIsANumber() {
        assertThat(words("hoa toc 123 ubn")).endsWith("ubn*");
        assertThat(words("ubnd 123")).containsExactly("ubnd", "123");
    }

    @Test
    void findsNumbersBelowTenInBothSpellings() {
        assertThat(words("5")).containsExactly("5|05");
        assertThat(words("05-BC/ĐU")).containsExactly("5|05", "bc", "du*");
        assertThat(words("0012")).containsExactly("12");
    }

    @Test
    void passesOverTheWordBeforeANumber() {
        assertThat(words("số 123/UBND")).containsExactly("123", "ubnd*");
        assertThat(SearchQuestion.of("Số: 77").bareNumber()).contains("77");
        assertThat(words("số liệu")).containsExactly("so", "lieu*");
        assertThat(words("so")).containsExactly("so*");
    }

    @Test
    void knowsABareNumberFromANumberWithWords() {
        assertThat(SearchQuestion.of(" 123 ").bareNumber()).contains("123");
        assertThat(SearchQuestion.of("12a").bareNumber()).contains("12a");
        assertThat(SearchQuestion.of("123/UBND").bareNumber()).isEmpty();
        assertThat(SearchQuestion.of("123/UBND").number()).containsExactly("123");
        assertThat(SearchQuestion.of("ubnd").number()).isEmpty();
        assertThat(SearchQuestion.of("1234567890").number()).isEmpty();
    }

    @Test
    void countsRepeatedWordsOnce() {
        assertThat(words("an ninh an toàn an ninh")).containsExactly("an", "ninh", "toan*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "%_*+-\"'()<>~@;/\\", "\u0000\u0001\uFFFF", "\uD800"})
    void asksNothingWhereThereIsNoLetter(String text) {
        assertThat(SearchQuestion.of(text).isEmpty()).isTrue();
        assertThat(SearchQuestion.of(text).bareNumber()).isEmpty();
        assertThat(SearchQuestion.of(text).hits("ubnd")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or 1=1 --",
                "+ubnd* >(a) \"b c\"",
                "%' union select password",
                "<script>alert(1)</script>",
                "1' zq* 2%_"
            })
    void letsNothingThroughButLettersAndDigits(String text) {
        assertThat(SearchQuestion.of(text).terms().stream()
                        .map(Term::spellings)
                        .flatMap(List::stream)
                        .collect(Collectors.joining()))
                .matches("[\\p{L}\\p{Nd}]+");
    }

    @Test
    void boundsWhatIsAsked() {
        assertThat(SearchQuestion.of("a b c d e f g h i j k l m n o p q r s").terms())
                .hasSize(SearchQuestion.MOST_TERMS);
        assertThat(SearchQuestion.of("x".repeat(5000)).terms().getFirst().spellings())
                .allSatisfy(word -> assertThat(word).hasSize(SearchQuestion.LONGEST));
    }

    @Test
    void asksTheIndexAndTheTextForTheSame() {
        List<Term> terms = SearchQuestion.of("hoa 5 ubn").terms();
        assertThat(terms.stream().map(Term::patterns).flatMap(List::stream))
                .containsExactly("% hoazq%", "% 5zq%", "% 05zq%", "% ubn%");
        assertThat(terms.stream().flatMap(term -> term.asked().stream()))
                .containsExactly("+hoazq", "+(5zq 05zq)", "+ubn*");
    }

    @Test
    void asksTheIndexForNothingThatItDoesNotKeep() {
        assertThat(SearchQuestion.of("a").terms().getFirst().asked()).isEmpty();
        assertThat(SearchQuestion.of("x".repeat(90) + " y").terms().getFirst().asked())
                .isEmpty();
    }

    @Test
    void neverPrintsWhatIsLookedFor() {
        assertThat(SearchQuestion.of("kỷ luật cán bộ").toString()).isEqualTo("SearchQuestion[4 terms]");
    }
}
