package vn.lienthong.node.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.node.web.FormFaults;

class ReportPeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "this-month, 2026-11-01, 2026-11-30",
        "last-month, 2026-10-01, 2026-10-31",
        "this-quarter, 2026-10-01, 2026-12-31",
        "last-quarter, 2026-07-01, 2026-09-30",
        "this-year, 2026-01-01, 2026-12-31",
        "last-year, 2025-01-01, 2025-12-31",
        "unheard-of, 2026-10-01, 2026-10-31"
    })
    void readsWhatPeopleChoose(String chosen, LocalDate from, LocalDate until) {
        FormFaults faults = new FormFaults();
        assertThat(PeriodChoice.read(Map.of("period", chosen), TODAY, faults)).contains(new ReportPeriod(from, until));
        assertThat(faults.any()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-10-31, 2026-09-01, 2026-09-30",
        "2026-01-01, 2026-03-31, 2025-10-01, 2025-12-31",
        "2024-01-01, 2024-12-31, 2023-01-01, 2023-12-31",
        "2026-11-10, 2026-11-16, 2026-11-03, 2026-11-09"
    })
    void comparesWithThePeriodBefore(LocalDate from, LocalDate until, LocalDate before, LocalDate end) {
        assertThat(new ReportPeriod(from, until).before()).isEqualTo(new ReportPeriod(before, end));
    }

    @Test
    void readsDaysAndRefusesWhatIsNoPeriod() {
        assertThat(PeriodChoice.read(
                        Map.of("period", "chosen", "from", "1/11/26", "until", "h"), TODAY, new FormFaults()))
                .contains(new ReportPeriod(LocalDate.of(2026, 11, 1), TODAY));
        for (Map<String, String> wrong : List.of(
                Map.of("period", "chosen"),
                Map.of("period", "chosen", "from", "31/2/26", "until", "h"),
                Map.of("period", "chosen", "from", "2/11/26", "until", "1/11/26"),
                Map.of("period", "chosen", "from", "1/1/2000", "until", "1/11/2026"))) {
            FormFaults faults = new FormFaults();
            assertThat(PeriodChoice.read(wrong, TODAY, faults)).isEmpty();
            assertThat(faults.any()).isTrue();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new ReportPeriod(TODAY, TODAY.minusDays(1)));
    }

    @Test
    void daysBeginInVietnam() {
        ReportPeriod october = ReportPeriod.ofMonth(YearMonth.of(2026, 10));
        assertThat(october.begin()).isEqualTo(Instant.parse("2026-09-30T17:00:00Z"));
        assertThat(october.end()).isEqualTo(Instant.parse("2026-10-31T17:00:00Z"));
    }
}
