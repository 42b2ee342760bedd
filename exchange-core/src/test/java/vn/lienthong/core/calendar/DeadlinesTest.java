package vn.lienthong.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.lienthong.core.calendar.WorkingCalendarTest.at;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.core.document.Urgency;

class DeadlinesTest {
    private static final WorkingCalendar CALENDAR = WorkingCalendarTest.calendar();
    private static final LegalClocks CLOCKS = LegalClocks.of(CALENDAR);

    @ParameterizedTest
    @CsvSource({
        "2026-11-19T10:00, 2026-11-20T12:00",
        "2026-11-20T16:59, 2026-11-23T12:00",
        "2026-11-21T09:00, 2026-11-23T12:00",
        "2026-02-13T09:00, 2026-02-23T12:00"
    })
    void ordinaryDocumentsAreSentUntilNoonOfTheNextWorkingDay(String signed, String limit) {
        assertThat(CLOCKS.sendBy(at(signed), Urgency.ORDINARY)).isEqualTo(at(limit));
    }

    @Test
    void sendingAimsAtTheDayOfSigning() {
        assertThat(CLOCKS.sendToday(at("2026-11-19T10:00"), Urgency.ORDINARY)).isEqualTo(at("2026-11-19T17:00"));
        assertThat(CLOCKS.sendToday(at("2026-11-19T17:00"), Urgency.ORDINARY)).isEqualTo(at("2026-11-20T12:00"));
        assertThat(CLOCKS.sendToday(at("2026-11-21T10:00"), Urgency.ORDINARY)).isEqualTo(at("2026-11-23T12:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T05:00, 2026-11-20T17:00",
        "2026-11-20T16:59, 2026-11-20T17:00",
        "2026-11-20T17:00, 2026-11-23T17:00",
        "2026-11-21T09:00, 2026-11-23T17:00"
    })
    void receiptIsToldTheSameWorkingDay(String arrived, String limit) {
        assertThat(CLOCKS.acknowledgeBy(at(arrived), Urgency.ORDINARY)).isEqualTo(at(limit));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-19T09:00, 2026-11-20T17:00", "2026-11-20T09:00, 2026-11-23T17:00"})
    void documentsArePresentedUntilTheEndOfTheNextWorkingDay(String received, String limit) {
        assertThat(CLOCKS.presentBy(at(received), Urgency.ORDINARY)).isEqualTo(at(limit));
    }

    @ParameterizedTest
    @EnumSource(value = Urgency.class, mode = EnumSource.Mode.EXCLUDE, names = "ORDINARY")
    void urgentDocumentsAreDealtWithAtOnceAlsoAtNight(Urgency urgency) {
        assertThat(CLOCKS.sendBy(at("2026-11-21T22:00"), urgency)).isEqualTo(at("2026-11-21T22:30"));
        assertThat(CLOCKS.sendToday(at("2026-11-20T10:00"), urgency)).isEqualTo(at("2026-11-20T10:30"));
        assertThat(CLOCKS.acknowledgeBy(at("2026-11-21T22:00"), urgency)).isEqualTo(at("2026-11-21T22:30"));
        assertThat(CLOCKS.presentBy(at("2026-11-21T22:00"), urgency)).isEqualTo(at("2026-11-21T22:30"));
    }

    @Test
    void refusesAnAtOnceThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LegalClocks(CALENDAR, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new LegalClocks(CALENDAR, Duration.ofDays(2)));
    }

    @Test
    void theRuleForATypeGoesBeforeTheRuleForAll() {
        List<DueRule> rules = new ArrayList<>(DueDates.USUAL);
        rules.add(new DueRule(Urgency.ORDINARY, "Giấy mời", 1, DueRule.Unit.WORKING_DAYS));
        DueDates due = new DueDates(CALENDAR, rules);
        assertThat(due.dueBy(at("2026-11-20T09:00"), Urgency.ORDINARY, "giấy mời"))
                .contains(at("2026-11-23T17:00"));
        assertThat(due.dueBy(at("2026-11-13T09:00"), Urgency.ORDINARY, "Công văn"))
                .contains(at("2026-11-25T17:00"));
        assertThat(due.dueBy(at("2026-11-20T16:00"), Urgency.EXPRESS, "")).contains(at("2026-11-23T10:30"));
        assertThat(new DueDates(CALENDAR, List.of()).dueBy(at("2026-11-20T16:00"), Urgency.EXPRESS, ""))
                .isEmpty();
    }

    @Test
    void nobodyGivesAnUrgentDocumentMoreTimeThanTheRules() {
        DueDates due = new DueDates(CALENDAR, DueDates.USUAL);
        assertThat(due.allows(at("2026-11-23T10:30"), at("2026-11-20T16:00"), Urgency.EXPRESS, ""))
                .isTrue();
        assertThat(due.allows(at("2026-11-23T10:31"), at("2026-11-20T16:00"), Urgency.EXPRESS, ""))
                .isFalse();
        assertThat(due.allows(at("2027-11-23T10:31"), at("2026-11-20T16:00"), Urgency.ORDINARY, ""))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T14:50, 2026-11-20T17:00, còn 2 giờ 10 phút làm việc",
        "2026-11-20T17:00, 2026-11-23T08:00, còn 30 phút làm việc",
        "2026-11-20T18:00, 2026-11-20T20:00, còn dưới 1 phút làm việc",
        "2026-11-20T09:00, 2026-11-18T17:00, quá hạn 1 ngày 1 giờ làm việc",
        "2026-11-20T09:00, 2026-11-20T08:59:30, quá hạn dưới 1 phút làm việc",
        "2026-02-13T15:00, 2026-02-23T15:00, còn 1 ngày làm việc"
    })
    void saysHowMuchWorkingTimeIsLeft(String now, String due, String words) {
        RemainingTime left = RemainingTime.of(CALENDAR, at(now), at(due));
        assertThat(left.words(Locale.of("vi"))).isEqualTo(words);
    }

    @Test
    void saysItInEnglish() {
        assertThat(RemainingTime.of(CALENDAR, at("2026-11-20T14:50"), at("2026-11-20T17:00"))
                        .words(Locale.ENGLISH))
                .isEqualTo("2 h 10 min of work left");
        assertThat(RemainingTime.of(CALENDAR, at("2026-11-20T09:00"), at("2026-11-19T17:00"))
                        .words(Locale.ENGLISH))
                .isEqualTo("1 h 30 min of work overdue");
    }
}
