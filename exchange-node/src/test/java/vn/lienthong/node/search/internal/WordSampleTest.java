package vn.lienthong.node.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.text.SearchQuestion;
import vn.lienthong.core.text.SearchQuestion.Term;

class WordSampleTest {

    private static WordSample sample(String question, int together, Integer... counts) {
        return new WordSample(SearchQuestion.of(question).terms(), List.of(counts), together);
    }

    private static List<String> asked(WordSample sample) {
        return sample.asked().stream().map(Term::spellings).map(List::getFirst).toList();
    }

    @Test
    void asksTheIndexForRareWordsFirstAndNotForCommonOnes() {
        assertThat(asked(sample("bao cao de dieu", 0, 900, 700, 30, 4))).containsExactly("dieu", "de");
    }

    @Test
    void asksForTheLeastCommonOneWhenAllAreCommon() {
        assertThat(asked(sample("bao cao", 0, 900, 700))).containsExactly("cao");
    }

    @Test
    void leavesOutWhatTheIndexDoesNotKeep() {
        assertThat(asked(sample("bao c", 0, 500, 3))).containsExactly("bao");
        assertThat(asked(sample("c", 0, 3))).isEmpty();
        assertThat(sample("c", 0, 3).rare()).isFalse();
    }

    @Test
    void takesTheIndexOnlyForWhatIsRareInTheSample() {
        assertThat(sample("de dieu", 0, 300, 4).rare()).isTrue();
        assertThat(sample("de dieu", 0, 300, 200).rare()).isFalse();
        assertThat(sample("dieu", 12, 12).rare()).isFalse();
    }
}
