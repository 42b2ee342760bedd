package vn.lienthong.node.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.core.calendar.WorkingCalendar;
import vn.lienthong.core.document.Urgency;

class QuietHoursTest {
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 30), LocalTime.of(6, 0));

    private static Instant at(String hanoi) {
        return LocalDateTime.parse(hanoi).atZone(WorkingCalendar.ZONE).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T21:29, 2026-11-20T21:29",
        "2026-11-20T21:30, 2026-11-21T06:00",
        "2026-11-21T00:10, 2026-11-21T06:00",
        "2026-11-21T05:59:59, 2026-11-21T06:00",
        "2026-11-21T06:00, 2026-11-21T06:00"
    })
    void holdsBackUntilTheMorning(String now, String release) {
        assertThat(NIGHT.release(at(now), Urgency.VERY_URGENT)).isEqualTo(at(release));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20T12:00, 2026-11-20T13:30", "2026-11-20T13:30, 2026-11-20T13:30"})
    void holdsBackOverNoon(String now, String release) {
        QuietHours noon = new QuietHours(LocalTime.of(11, 30), LocalTime.of(13, 30));
        assertThat(noon.release(at(now), Urgency.ORDINARY)).isEqualTo(at(release));
    }

    @Test
    void neverHoldsBackWhatIsExpress() {
        Instant night = at("2026-11-20T23:00");
        assertThat(NIGHT.release(night, Urgency.EXPRESS)).isEqualTo(night);
        assertThat(NIGHT.release(night, Urgency.EXPRESS_AT_HOUR)).isEqualTo(night);
    }

    @Test
    void refusesHoursWithoutAnEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON));
    }
}
