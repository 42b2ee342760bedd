package vn.lienthong.node.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.node.directory.CopyAge.Stage;

class CopyAgeTest {

    private static final Instant AS_OF = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    @ParameterizedTest
    @CsvSource({
        "PT0S,FRESH",
        "-PT5M,FRESH",
        "PT83H59M,FRESH",
        "PT84H,HALF_OVER",
        "PT143H59M,HALF_OVER",
        "PT144H,LAST_DAY",
        "PT167H59M59.999S,LAST_DAY",
        "PT168H,OVER",
        "PT9999H,OVER"
    })
    void warnsAtHalfAndOnTheLastDayAndEnds(Duration old, Stage stage) {
        CopyAge age = CopyAge.of(AS_OF, WEEK, AS_OF.plus(old));
        assertThat(age).isEqualTo(new CopyAge(stage, AS_OF, AS_OF.plus(WEEK)));
        assertThat(age.allowsSending()).isEqualTo(stage != Stage.OVER);
    }

    @Test
    void aPeriodOfADayOrLessHasNoLastDay() {
        Duration day = Duration.ofDays(1);
        assertThat(CopyAge.of(AS_OF, day, AS_OF).stage()).isEqualTo(Stage.FRESH);
        assertThat(CopyAge.of(AS_OF, day, AS_OF.plus(Duration.ofHours(12))).stage())
                .isEqualTo(Stage.HALF_OVER);
    }

    @Test
    void theDirectorysOwnNeverAges() {
        assertThat(CopyAge.original().allowsSending()).isTrue();
    }
}
