package vn.lienthong.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GapReportTest {

    @Test
    void findsNothingInACleanBook() {
        GapReport.Maker maker = new GapReport.Maker("", 1);
        IntStream.rangeClosed(1, 30).forEach(number -> maker.add(number, "", false, ""));
        GapReport report = maker.finish(30);
        assertThat(report.isClean()).isTrue();
        assertThat(report.last()).isEqualTo(30);
        assertThat(report.entries()).isEqualTo(30);
    }

    @Test
    void namesWhatIsMissingCancelledOrInserted() {
        GapReport.Maker maker = new GapReport.Maker("QĐ", 1);
        maker.add(2, "", false, "");
        maker.add(3, "", true, "viết nhầm");
        maker.add(3, "a", false, "bổ sung");
        maker.add(7, "", false, "");
        GapReport report = maker.finish(9);
        assertThat(report.missing()).extracting(GapReport.Range::display).containsExactly("1", "4–6", "8–9");
        assertThat(report.cancelled()).containsExactly(new GapReport.Line("3", "viết nhầm"));
        assertThat(report.suffixed()).containsExactly(new GapReport.Line("3a", "bổ sung"));
        assertThat(report.entries()).isEqualTo(4);
        assertThat(report.last()).isEqualTo(9);
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void beginsWithTheOpeningNumber() {
        GapReport.Maker maker = new GapReport.Maker("", 120);
        maker.add(120, "", false, "");
        assertThat(maker.finish(120).isClean()).isTrue();
        assertThat(new GapReport.Maker("", 120).finish(119).isClean()).isTrue();
    }

    @Test
    void boundsItsLists() {
        GapReport.Maker maker = new GapReport.Maker("", 1);
        IntStream.rangeClosed(1, 2 * GapReport.MOST).forEach(number -> maker.add(2 * number, "", true, "x"));
        GapReport report = maker.finish(0);
        assertThat(report.missing()).hasSize(GapReport.MOST);
        assertThat(report.cancelled()).hasSize(GapReport.MOST);
    }

    @Test
    void refusesNumbersOutOfOrder() {
        GapReport.Maker maker = new GapReport.Maker("", 1);
        maker.add(5, "", false, "");
        assertThatIllegalArgumentException().isThrownBy(() -> maker.add(4, "", false, ""));
    }

    @Test
    void givesSuffixesInTheOrderOfTheAlphabet() {
        assertThat(SuffixLetters.next(List.of(""))).contains("a");
        assertThat(SuffixLetters.next(List.of("", "a", "b"))).contains("c");
        assertThat(SuffixLetters.next(IntStream.rangeClosed('a', 'z')
                        .mapToObj(letter -> String.valueOf((char) letter))
                        .toList()))
                .isEmpty();
    }
}
