package vn.lienthong.node.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    private static Percentiles upTo(int last) {
        List<Duration> measured = IntStream.rangeClosed(1, last)
                .mapToObj(number -> Duration.ofMillis(last + 1L - number))
                .toList();
        return new Percentiles(measured);
    }

    @Test
    void takesTheNearestRank() {
        Percentiles thousand = upTo(1000);

        assertThat(thousand.at(50)).isEqualTo(Duration.ofMillis(500));
        assertThat(thousand.at(99)).isEqualTo(Duration.ofMillis(990));
        assertThat(thousand.at(99.9)).isEqualTo(Duration.ofMillis(999));
        assertThat(thousand.at(100)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void roundsRanksUp() {
        assertThat(upTo(50).at(99)).isEqualTo(Duration.ofMillis(50));
        assertThat(upTo(3).at(50)).isEqualTo(Duration.ofMillis(2));
        assertThat(upTo(1).at(0.1)).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void givesMillisecondsToAHundredth() {
        assertThat(new Percentiles(List.of(Duration.ofNanos(1_234_567))).millisAt(50))
                .isEqualTo(1.23);
    }

    @Test
    void refusesWhatHasNoPercentile() {
        assertThatThrownBy(() -> new Percentiles(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> upTo(3).at(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> upTo(3).at(100.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
