package vn.lienthong.node.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.calendar.DueDates;
import vn.lienthong.core.calendar.DueRule;
import vn.lienthong.core.calendar.LegalClocks;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.calendar.WorkingHours;
import vn.lienthong.core.calendar.WorkingWeek;
import vn.lienthong.core.document.Urgency;

class CalendarSettingsTest {
    private static CalendarSettings of(Map<String, String> values) {
        return new CalendarSettings(1, values);
    }

    @Test
    void beginsWithOfficeHoursTheLawAndTheUsualRules() {
        CalendarSettings settings = of(Map.of());
        assertThat(settings.week()).isEqualTo(WorkingWeek.OFFICE);
        assertThat(settings.atOnce()).isEqualTo(LegalClocks.USUAL_AT_ONCE);
        assertThat(settings.rules()).containsExactlyInAnyOrderElementsOf(DueDates.USUAL);
        assertThat(settings.calendar(2026, 2026).isWorkingDay(LocalDate.of(2026, 2, 17)))
                .isFalse();
    }

    @Test
    void daysThatPeopleEnterGoBeforeTheLaw() {
        WorkingCalendar calendar = of(Map.of(
                        "day:2026-11-24", "ORDINARY ",
                        "day:2026-08-31", "HOLIDAY Hoán đổi",
                        "day:2026-08-22", "MAKE_UP Làm bù"))
                .calendar(2026, 2026);
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 11, 24))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 8, 31))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 8, 22))).isTrue();
    }

    @Test
    void keepsAWeekAsItWasWritten() {
        WorkingHours morning = WorkingHours.parse("7:00-11:00").orElseThrow();
        WorkingWeek week = new WorkingWeek(Map.of(DayOfWeek.MONDAY, WorkingHours.OFFICE, DayOfWeek.SATURDAY, morning));
        assertThat(of(Map.of(CalendarSettings.WEEK, CalendarSettings.value(week)))
                        .week())
                .isEqualTo(week);
    }

    @Test
    void rulesAreChangedAddedAndTakenAway() {
        DueRule rule = new DueRule(Urgency.ORDINARY, "Giấy mời", 1, DueRule.Unit.WORKING_DAYS);
        CalendarSettings settings = of(Map.of(
                CalendarSettings.about(Urgency.ORDINARY, "Giấy mời"),
                CalendarSettings.value(rule),
                CalendarSettings.about(Urgency.ORDINARY, null),
                "10 WORKING_DAYS",
                CalendarSettings.about(Urgency.EXPRESS, null),
                CalendarSettings.value((DueRule) null),
                CalendarSettings.AT_ONCE,
                "15"));
        assertThat(settings.rules())
                .contains(rule, new DueRule(Urgency.ORDINARY, null, 10, DueRule.Unit.WORKING_DAYS))
                .noneMatch(other -> other.urgency() == Urgency.EXPRESS)
                .hasSize(DueDates.USUAL.size());
        assertThat(settings.atOnce()).isEqualTo(Duration.ofMinutes(15));
    }
}
