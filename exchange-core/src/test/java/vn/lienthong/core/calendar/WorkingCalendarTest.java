package vn.lienthong.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.core.calendar.SpecialDay.Basis;
import vn.lienthong.core.calendar.SpecialDay.Kind;

class WorkingCalendarTest {
    private static final WorkingCalendar OFFICE = calendar();

    static WorkingCalendar calendar() {
        List<SpecialDay> special = new ArrayList<>(StatutoryHolidays.of(2026, WorkingWeek.OFFICE));
        special.add(new SpecialDay(LocalDate.of(2026, 8, 31), Kind.HOLIDAY, "Hoán đổi", Basis.ENTERED));
        special.add(new SpecialDay(LocalDate.of(2026, 8, 22), Kind.MAKE_UP, "Làm bù", Basis.ENTERED));
        return new WorkingCalendar(WorkingWeek.OFFICE, special);
    }

    static Instant at(String hanoi) {
        return LocalDateTime.parse(hanoi).atZone(WorkingCalendar.ZONE).toInstant();
    }

    @Test
    void knowsRestHolidaysAndMakeUpDays() {
        assertThat(OFFICE.isWorkingDay(LocalDate.of(2026, 8, 21))).isTrue();
        assertThat(OFFICE.isWorkingDay(LocalDate.of(2026, 8, 22))).isTrue();
        assertThat(OFFICE.isWorkingDay(LocalDate.of(2026, 8, 23))).isFalse();
        assertThat(OFFICE.isWorkingDay(LocalDate.of(2026, 8, 31))).isFalse();
        assertThat(OFFICE.nextWorkingDay(LocalDate.of(2026, 8, 28))).isEqualTo("2026-09-03");
        assertThat(OFFICE.nextWorkingDay(LocalDate.of(2026, 2, 13))).isEqualTo("2026-02-23");
    }

    @Test
    void addsWorkingTimeOverNoonNightAndTet() {
        assertThat(OFFICE.plusWorkingTime(at("2026-02-13T11:00"), Duration.ofHours(1)))
                .isEqualTo(at("2026-02-13T14:00"));
        assertThat(OFFICE.plusWorkingTime(at("2026-02-13T16:30"), Duration.ofHours(1)))
                .isEqualTo(at("2026-02-23T08:00"));
        assertThat(OFFICE.plusWorkingTime(at("2026-02-15T03:00"), Duration.ofHours(4)))
                .isEqualTo(at("2026-02-23T11:30"));
        assertThat(OFFICE.plusWorkingTime(at("2026-02-15T03:00"), Duration.ZERO))
                .isEqualTo(at("2026-02-15T03:00"));
    }

    @Test
    void countsWorkingTime() {
        assertThat(OFFICE.workingTimeBetween(at("2026-02-13T16:00"), at("2026-02-23T09:10")))
                .isEqualTo(Duration.ofMinutes(160));
        assertThat(OFFICE.workingTimeBetween(at("2026-11-25T11:40"), at("2026-11-25T13:20")))
                .isEqualTo(Duration.ZERO);
        assertThat(OFFICE.workingTimeBetween(at("2026-11-25T14:00"), at("2026-11-25T08:30")))
                .isEqualTo(Duration.ofMinutes(-210));
    }

    @Test
    void addingAndCountingAreOpposite() {
        Random random = new Random(20_261_122);
        Instant begin = at("2025-12-01T00:00");
        for (int trial = 0; trial < 2000; trial++) {
            Instant from = begin.plusSeconds(random.nextInt(400 * 86_400));
            Duration time = Duration.ofSeconds(random.nextInt(200 * 3600));
            Instant end = OFFICE.plusWorkingTime(from, time);
            assertThat(OFFICE.workingTimeBetween(from, end)).isEqualTo(time);
            assertThat(end).isAfterOrEqualTo(from);
            Duration more = Duration.ofSeconds(random.nextInt(100 * 3600));
            assertThat(OFFICE.plusWorkingTime(end, more)).isEqualTo(OFFICE.plusWorkingTime(from, time.plus(more)));
        }
    }

    @Test
    void workingTimeAddsUpAndNeverExceedsTheTimeOnTheWall() {
        Random random = new Random(7);
        Instant begin = at("2026-01-01T00:00");
        for (int trial = 0; trial < 2000; trial++) {
            List<Instant> three = new ArrayList<>();
            random.ints(3, 0, 300 * 86_400).forEach(second -> three.add(begin.plusSeconds(second)));
            Collections.sort(three);
            Duration whole = OFFICE.workingTimeBetween(three.getFirst(), three.getLast());
            assertThat(OFFICE.workingTimeBetween(three.getFirst(), three.get(1))
                            .plus(OFFICE.workingTimeBetween(three.get(1), three.getLast())))
                    .isEqualTo(whole);
            assertThat(OFFICE.workingTimeBetween(three.getLast(), three.getFirst()))
                    .isEqualTo(whole.negated());
            assertThat(whole).isLessThanOrEqualTo(Duration.between(three.getFirst(), three.getLast()));
        }
    }

    @Test
    void beginsAndEndsWorkingDays() {
        assertThat(OFFICE.startOfNextWorkingDay(at("2026-11-20T09:00"))).isEqualTo(at("2026-11-23T07:30"));
        assertThat(OFFICE.endOfWorkingDay(at("2026-11-20T18:00"))).isEqualTo(at("2026-11-20T17:00"));
        assertThat(OFFICE.endOfWorkingDay(at("2026-11-21T09:00"))).isEqualTo(at("2026-11-23T17:00"));
        assertThat(OFFICE.isWorkingTime(at("2026-11-20T11:29:59"))).isTrue();
        assertThat(OFFICE.isWorkingTime(at("2026-11-20T11:30"))).isFalse();
    }

    @Test
    void worksWithAWeekOfOneHalfDay() {
        WorkingHours half = WorkingHours.parse("8:00-12:00").orElseThrow();
        WorkingCalendar saturday = new WorkingCalendar(new WorkingWeek(Map.of(DayOfWeek.SATURDAY, half)), List.of());
        assertThat(saturday.plusWorkingTime(at("2026-11-22T00:00"), Duration.ofHours(5)))
                .isEqualTo(at("2026-12-05T09:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"07:30-11:30 13:30-17:00", "7h30-11h30,13h30-17h00", " 7:30 - 11:30 ;13:30–17:00 "})
    void readsHoursAsPeopleTypeThem(String typed) {
        assertThat(WorkingHours.parse(typed)).contains(WorkingHours.OFFICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7-11",
                "11:30-07:30",
                "07:30-11:30 11:30-17:00",
                "13:30-17:00 07:30-11:30",
                "25:00-26:00",
                "x",
                "07:30-11:30x",
                "07:30-11:30 x 13:30-17:00",
                "07:30-11:3013:30-17:00",
                "07:30-07:30",
                "01:00-02:00 03:00-04:00 05:00-06:00 07:00-08:00 09:00-10:00"
            })
    void refusesWhatAreNoHours(String typed) {
        assertThat(WorkingHours.parse(typed)).isEmpty();
    }

    @Test
    void nothingTypedMeansRest() {
        assertThat(WorkingHours.parse("  ")).contains(WorkingHours.REST);
        assertThat(WorkingHours.parse(WorkingHours.OFFICE.text())).contains(WorkingHours.OFFICE);
    }

    @Test
    void refusesAWeekWithoutWorkAndNegativeTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkingWeek(Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OFFICE.plusWorkingTime(Instant.EPOCH, Duration.ofMinutes(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> OFFICE.plusWorkingDays(LocalDate.of(2026, 1, 1), -1));
    }
}
