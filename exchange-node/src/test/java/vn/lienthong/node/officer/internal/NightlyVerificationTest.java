package vn.lienthong.node.officer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NightlyVerificationTest {

    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void beginsOnceANight() {
        roundAt("2026-11-22T18:05:00Z", Optional.empty());
        assertThat(begun).hasValue(1);
        roundAt("2026-11-22T19:00:00Z", Optional.of(Instant.parse("2026-11-22T18:06:00Z")));
        assertThat(begun).hasValue(1);
        roundAt("2026-11-23T18:00:00Z", Optional.of(Instant.parse("2026-11-22T18:06:00Z")));
        assertThat(begun).hasValue(2);
    }

    @Test
    void leavesTheWorkingDayAlone() {
        roundAt("2026-11-22T17:59:59Z", Optional.empty());
        roundAt("2026-11-22T22:00:00Z", Optional.empty());
        roundAt("2026-11-22T03:00:00Z", Optional.empty());
        assertThat(begun).hasValue(0);
    }

    private void roundAt(String time, Optional<Instant> last) {
        InstantSource clock = InstantSource.fixed(Instant.parse(time));
        new NightlyVerification(() -> last, begun::incrementAndGet, clock).round();
    }
}
