package vn.lienthong.node.calendar.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.testing.NodeTest;

@NodeTest
class CalendarIT {
    @Autowired
    private Calendars calendars;

    @Autowired
    private StoredCalendars stored;

    @Autowired
    private CalendarBook book;

    @Autowired
    private JdbcClient database;

    private ChangeAnswer change(LocalDate date, String value) {
        return book.change(CalendarSettings.about(date), value, stored.read().version(), "admin");
    }

    @Test
    void aChangeHoldsAtOnceAndCanBeTakenBack() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        assertThat(calendars.current().isWorkingDay(day)).isTrue();
        assertThat(change(day, "HOLIDAY Ngày truyền thống")).isInstanceOf(ChangeAnswer.Changed.class);
        assertThat(calendars.current().isWorkingDay(day)).isFalse();
        CalendarChange last = book.changes(1).getFirst();
        assertThat(last.by()).isEqualTo("admin");
        assertThat(book.undo(last.id(), "other")).isInstanceOf(ChangeAnswer.Changed.class);
        assertThat(calendars.current().isWorkingDay(day)).isTrue();
        assertThat(book.changes(1).getFirst().by()).isEqualTo("other");
    }

    @Test
    void nobodyTakesBackWhatWasChangedAgainSince() {
        LocalDate day = LocalDate.of(2026, 12, 2);
        assertThat(change(day, "HOLIDAY một")).isInstanceOf(ChangeAnswer.Changed.class);
        long first = book.changes(1).getFirst().id();
        assertThat(change(day, "HOLIDAY hai")).isInstanceOf(ChangeAnswer.Changed.class);
        assertThat(book.undo(first, "admin")).isInstanceOf(ChangeAnswer.Overtaken.class);
        assertThat(book.undo(0, "admin")).isInstanceOf(ChangeAnswer.Absent.class);
    }

    @Test
    void ofTwoWhoSawTheSameOnlyOneChanges() throws Exception {
        long seen = stored.read().version();
        Callable<ChangeAnswer> one =
                () -> book.change(CalendarSettings.about(LocalDate.of(2026, 12, 3)), "HOLIDAY a", seen, "admin");
        Callable<ChangeAnswer> two =
                () -> book.change(CalendarSettings.about(LocalDate.of(2026, 12, 4)), "HOLIDAY b", seen, "admin2");
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Future<ChangeAnswer>> answers = both.invokeAll(List.of(one, two));
            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .hasAtLeastOneElementOfType(ChangeAnswer.Changed.class)
                    .hasAtLeastOneElementOfType(ChangeAnswer.Overtaken.class);
        }
    }

    @Test
    void eachChangeIsAnEvent() {
        assertThat(change(LocalDate.of(2026, 12, 7), "HOLIDAY x")).isInstanceOf(ChangeAnswer.Changed.class);
        assertThat(database.sql("select count(*) from audit_event where action = 'config.change'"
                                + " and object_id = 'calendar'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}
