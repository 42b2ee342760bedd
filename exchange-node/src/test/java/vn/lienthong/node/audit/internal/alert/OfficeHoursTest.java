package vn.lienthong.node.audit.internal.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class OfficeHoursTest {

    private final OfficeHours hours = new OfficeHours();

    @Test
    void countsNeitherNoonNorNightNorWeekend() {
        assertThat(between("2026-11-20T07:00+07:00", "2026-11-20T12:00+07:00")).isEqualTo(Duration.ofHours(4));
        assertThat(between("2026-11-20T11:00+07:00", "2026-11-20T14:00+07:00")).isEqualTo(Duration.ofHours(1));
        assertThat(between("2026-11-20T17:00+07:00", "2026-11-23T08:00+07:00")).isEqualTo(Duration.ofHours(1));
        assertThat(between("2026-11-21T07:00+07:00", "2026-11-22T23:00+07:00")).isZero();
        assertThat(between("2026-11-20T12:00+07:00", "2026-11-20T11:00+07:00")).isZero();
    }

    @Test
    void countsNoFurtherBackThanAYear() {
        assertThat(between("1970-01-01T00:00+07:00", "2026-11-20T12:00+07:00")).isLessThan(Duration.ofDays(125));
    }

    private Duration between(String from, String until) {
        return hours.between(
                OffsetDateTime.parse(from).toInstant(),
                OffsetDateTime.parse(until).toInstant());
    }
}
