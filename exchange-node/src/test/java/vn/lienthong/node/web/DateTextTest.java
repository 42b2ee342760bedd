package vn.lienthong.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "5/4/26, 2026-04-05",
        "05/04/2026, 2026-04-05",
        "05.04.2026, 2026-04-05",
        "5-4-2026, 2026-04-05",
        "050426, 2026-04-05",
        "05042026, 2026-04-05",
        "' 31/12/2026 ', 2026-12-31",
        "h, 2026-11-22",
        "H, 2026-11-22",
        "+3, 2026-11-25",
        "-7, 2026-11-15",
        "29/2/2028, 2028-02-29"
    })
    void readsDatesAsPeopleTypeThem(String typed, LocalDate meant) {
        assertThat(DateText.date(typed, TODAY)).hasValue(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "31/2/2026",
                "4/13/2026",
                "2026-04-05",
                "5/4",
                "hôm nay",
                "++3",
                "+99999",
                "5/4/226",
                "00/00/00",
                "99999999999999999999999999999999999"
            })
    void refusesWhatIsNoDate(String typed) {
        assertThat(DateText.date(typed, TODAY)).isEmpty();
        assertThat(DateText.moment(typed, NOW, false)).isEmpty();
    }

    @Test
    void readsTimesOfDayInHanoi() {
        assertThat(DateText.moment("5/4/26 14:05", NOW, true)).hasValue(Instant.parse("2026-04-05T07:05:00Z"));
        assertThat(DateText.moment("h 8h30", NOW, false)).hasValue(Instant.parse("2026-11-22T01:30:00Z"));
        assertThat(DateText.moment("5/4/26", NOW, false)).hasValue(Instant.parse("2026-04-04T17:00:00Z"));
        assertThat(DateText.moment("5/4/26", NOW, true)).hasValue(Instant.parse("2026-04-05T17:00:00Z"));
        assertThat(DateText.moment("5/4/26 25:00", NOW, true)).isEmpty();
        assertThat(DateText.moment("31/2/26 10:00", NOW, true)).isEmpty();
    }

    @Test
    void readsWhatItWrites() {
        Instant at = Instant.parse("2026-04-05T07:05:00Z");
        assertThat(DateText.write(at)).isEqualTo("05/04/2026 14:05");
        assertThat(DateText.moment(DateText.write(at), NOW, false)).hasValue(at);
        assertThat(DateText.date(DateText.write(TODAY), TODAY)).hasValue(TODAY);
    }
}
