package vn.lienthong.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LunarDatesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1968-01-29", "1985-01-21", "1999-02-16", "2000-02-05", "2001-01-24", "2004-01-22", "2005-02-09",
                "2006-01-29", "2007-02-17", "2008-02-07", "2009-01-26", "2010-02-14", "2011-02-03", "2012-01-23",
                "2013-02-10", "2014-01-31", "2015-02-19", "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05",
                "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17",
                "2027-02-06", "2028-01-26", "2029-02-13", "2030-02-02", "2031-01-23", "2033-01-31", "2034-02-19"
            })
    void knowsTheDaysOnWhichTetWasAndWillBe(LocalDate tet) {
        assertThat(LunarDates.newYear(tet.getYear())).isEqualTo(tet);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2014-04-09",
                "2015-04-28",
                "2016-04-16",
                "2017-04-06",
                "2018-04-25",
                "2019-04-14",
                "2020-04-02",
                "2021-04-21",
                "2022-04-10",
                "2023-04-29",
                "2024-04-18",
                "2025-04-07",
                "2026-04-26"
            })
    void knowsTheDaysOfTheHungKings(LocalDate day) {
        assertThat(LunarDates.date(day.getYear(), 3, 10)).isEqualTo(day);
    }

    @Test
    void knowsMidAutumnBehindLeapMonths() {
        assertThat(LunarDates.date(2020, 8, 15)).isEqualTo("2020-10-01");
        assertThat(LunarDates.date(2023, 8, 15)).isEqualTo("2023-09-29");
        assertThat(LunarDates.date(2025, 8, 15)).isEqualTo("2025-10-06");
    }

    @Test
    void yearsAreTwelveOrThirteenMonthsLongAndBeginInWinter() {
        IntStream.range(LunarDates.FIRST_YEAR, LunarDates.LAST_YEAR).forEach(year -> {
            LocalDate tet = LunarDates.newYear(year);
            long days = LunarDates.newYear(year + 1).toEpochDay() - tet.toEpochDay();
            assertThat(days < 360 ? days - 354 : days - 384)
                    .as("length of year %s: %s", year, days)
                    .isBetween(-1L, 1L);
            assertThat(tet).isBetween(LocalDate.of(year, 1, 20), LocalDate.of(year, 2, 22));
        });
    }

    @Test
    void refusesYearsMonthsAndDaysThatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> LunarDates.newYear(1967));
        assertThatIllegalArgumentException().isThrownBy(() -> LunarDates.newYear(2200));
        assertThatIllegalArgumentException().isThrownBy(() -> LunarDates.date(2026, 11, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LunarDates.date(2026, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LunarDates.date(2026, 1, 30));
    }
}
