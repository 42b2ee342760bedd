package vn.lienthong.node.incoming.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import vn.lienthong.core.calendar.DueDates;
import vn.lienthong.core.calendar.LegalClocks;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.calendar.WorkingWeek;
import vn.lienthong.node.calendar.Calendars;
import vn.lienthong.node.incoming.internal.page.Presentation.Pressing;
import vn.lienthong.node.testing.SettableClock;

class PresentationTest {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final Calendars OFFICE = new Calendars() {
        @Override
        public WorkingCalendar current() {
            return new WorkingCalendar(WorkingWeek.OFFICE, List.of());
        }

        @Override
        public LegalClocks clocks() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DueDates dueDates() {
            throw new UnsupportedOperationException();
        }
    };

    /** Monday, when work begins in Vietnam. */
    private static final Instant MONDAY = Instant.parse("2026-11-23T00:30:00Z");

    @Test
    void namesTheHourWhenNobodyWorksUntilThen() {
        assertThat(pressing("2026-11-22T09:00:00Z").words()).isEqualTo("trước 07:30 23/11");
        assertThat(pressing("2026-11-22T09:00:00Z").mark()).isEqualTo("warning");
    }

    @Test
    void countsWorkingTimeWhenThereIsSome() {
        assertThat(pressing("2026-11-20T08:00:00Z").words()).isEqualTo("còn 2 giờ làm việc");
        assertThat(pressing("2026-11-23T00:31:00Z").mark()).isEqualTo("failed");
    }

    private static Pressing pressing(String now) {
        StaticMessageSource words = new StaticMessageSource();
        words.addMessage("incoming.pressing.before", VIETNAMESE, "trước {0}");
        return new Presentation(OFFICE, words, new SettableClock(Instant.parse(now))).until(MONDAY, VIETNAMESE);
    }
}
