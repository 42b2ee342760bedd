package vn.lienthong.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatutoryHolidaysTest {
    private static Map<LocalDate, SpecialDay> of(int year) {
        return StatutoryHolidays.of(year, WorkingWeek.OFFICE).stream()
                .collect(Collectors.toMap(SpecialDay::date, day -> day));
    }

    private static Optional<SpecialDay.Basis> basis(LocalDate date) {
        return Optional.ofNullable(of(date.getYear()).get(date)).map(SpecialDay::basis);
    }

    /** First and last working day off at Tết, as the Government announced them. */
    @ParameterizedTest
    @CsvSource({
        "2019-02-04, 2019-02-08",
        "2020-01-23, 2020-01-29",
        "2021-02-10, 2021-02-16",
        "2022-01-31, 2022-02-04",
        "2023-01-20, 2023-01-26",
        "2024-02-08, 2024-02-14",
        "2025-01-27, 2025-01-31",
        "2026-02-16, 2026-02-20"
    })
    void givesTheDaysOffAtTetThatWereAnnounced(LocalDate first, LocalDate last) {
        WorkingCalendar calendar =
                new WorkingCalendar(WorkingWeek.OFFICE, StatutoryHolidays.of(first.getYear(), WorkingWeek.OFFICE));
        assertThat(first.datesUntil(last.plusDays(1))).noneMatch(calendar::isWorkingDay);
        assertThat(calendar.isWorkingDay(calendar.nextWorkingDay(last))).isTrue();
        assertThat(calendar.isWorkingDay(first.minusDays(first.getDayOfWeek().getValue() == 1 ? 3 : 1)))
                .isTrue();
        assertThat(calendar.nextWorkingDay(last).toEpochDay() - last.toEpochDay())
                .isLessThanOrEqualTo(3);
    }

    /** The working days off around National Day, as announced. */
    @ParameterizedTest
    @CsvSource({
        "2021-09-02, 2021-09-03",
        "2022-09-01, 2022-09-02",
        "2023-09-01, 2023-09-04",
        "2024-09-02, 2024-09-03",
        "2025-09-01, 2025-09-02",
        "2026-09-01, 2026-09-02"
    })
    void givesTheDaysOffAtNationalDayThatWereAnnounced(LocalDate first, LocalDate last) {
        assertThat(of(first.getYear())).containsKeys(first, last);
    }

    @Test
    void givesAnotherDayWhenAHolidayIsASunday() {
        assertThat(of(2026).get(LocalDate.of(2026, 4, 27)))
                .extracting(SpecialDay::name)
                .isEqualTo("Giỗ Tổ Hùng Vương (nghỉ bù)");
    }

    @Test
    void givesTwoDaysInsteadWhenLiberationAndLabourDayAreAWeekend() {
        assertThat(of(2022)).containsKeys(LocalDate.of(2022, 5, 2), LocalDate.of(2022, 4, 11));
        assertThat(of(2033)).containsKeys(LocalDate.of(2033, 5, 2), LocalDate.of(2033, 5, 3));
    }

    @Test
    void givesNothingInsteadWhenPeopleWorkOnSaturdays() {
        WorkingWeek six = new WorkingWeek(Arrays.stream(DayOfWeek.values())
                .limit(6)
                .collect(Collectors.toMap(day -> day, _ -> WorkingHours.OFFICE)));
        assertThat(StatutoryHolidays.of(2033, six))
                .extracting(SpecialDay::date)
                .contains(LocalDate.of(2033, 5, 2))
                .doesNotContain(LocalDate.of(2033, 5, 3));
    }

    @Test
    void saysWhatIsNotCertain() {
        assertThat(basis(LocalDate.of(2026, 2, 20))).contains(SpecialDay.Basis.USUAL);
        assertThat(basis(LocalDate.of(2026, 2, 17))).contains(SpecialDay.Basis.LAW);
        assertThat(basis(LocalDate.of(2026, 11, 24))).contains(SpecialDay.Basis.USUAL);
        assertThat(of(2025)).doesNotContainKey(LocalDate.of(2025, 11, 24));
    }

    @Test
    void givesElevenWorkingDaysOffInEachYear() {
        IntStream.range(2027, LunarDates.LAST_YEAR).forEach(year -> {
            List<SpecialDay> days = StatutoryHolidays.of(year, WorkingWeek.OFFICE);
            assertThat(days.stream()
                            .filter(day -> !WorkingWeek.OFFICE
                                    .on(day.date().getDayOfWeek())
                                    .isRest())
                            .count())
                    .as("working days off in %s", year)
                    .isIn(11L, 12L);
            assertThat(days).isSortedAccordingTo(Comparator.comparing(SpecialDay::date));
        });
    }
}
