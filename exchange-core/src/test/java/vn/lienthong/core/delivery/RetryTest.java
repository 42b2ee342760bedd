package vn.lienthong.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.document.Urgency;

class RetryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void waitsStayWithinTheirBounds() {
        RandomGenerator random = new Random(11);
        for (RetryPolicy policy : new RetryPolicy[] {RetryPolicy.ORDINARY, RetryPolicy.URGENT}) {
            for (int i = 0; i < 5000; i++) {
                int attempts = 1 + random.nextInt(i < 4000 ? 20 : Integer.MAX_VALUE - 1);
                Duration wait = policy.waitAfter(attempts, random);
                assertThat(wait).isBetween(policy.floor(), policy.cap());
                if (attempts == 1) {
                    assertThat(wait).isLessThanOrEqualTo(policy.first());
                }
            }
        }
    }

    @Test
    void jitterSpreadsOverTheWholeRange() {
        RandomGenerator random = new Random(12);
        long shorter = 0;
        for (int i = 0; i < 1000; i++) {
            Duration wait = RetryPolicy.ORDINARY.waitAfter(20, random);
            shorter += wait.compareTo(Duration.ofMinutes(5)) < 0 ? 1 : 0;
        }
        assertThat(shorter).isBetween(400L, 600L);
    }

    @Test
    void obeysThePeerButNotForMoreThanAnHour() {
        RandomGenerator random = new Random(13);
        assertThat(RetryPolicy.URGENT.waitAfter(1, Duration.ofMinutes(2), random))
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryPolicy.URGENT.waitAfter(1, Duration.ofDays(9), random)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void thereIsNoWaitBeforeTheFirstAttempt() {
        assertThatThrownBy(() -> RetryPolicy.ORDINARY.waitAfter(0, new Random(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void urgentLettersNeverStandBehindLargeFiles() {
        assertThat(Lane.of(Urgency.EXPRESS, 100_000)).isEqualTo(Lane.URGENT);
        assertThat(Lane.of(Urgency.ORDINARY, 100_000)).isEqualTo(Lane.ORDINARY);
        assertThat(Lane.of(Urgency.EXPRESS, Lane.MAX_BATCHED + 1)).isEqualTo(Lane.BULK);
        assertThat(RetryPolicy.of(Lane.URGENT)).isEqualTo(RetryPolicy.URGENT);
    }

    @Test
    void breakerOpensAfterFailuresInARowAndLetsOneProbeThrough() {
        CircuitBreaker breaker = CircuitBreaker.closed(CircuitBreaker.Policy.DEFAULT);
        for (int i = 0; i < 5; i++) {
            assertThat(breaker.phase(NOW)).isEqualTo(CircuitBreaker.Phase.CLOSED);
            breaker = breaker.failed(NOW);
        }
        assertThat(breaker.ask(NOW).granted()).isFalse();
        Instant later = NOW.plusSeconds(5);
        CircuitBreaker.Leave probe = breaker.ask(later);
        assertThat(probe.granted()).isTrue();
        assertThat(probe.breaker().ask(later).granted()).isFalse();
        assertThat(probe.breaker().ask(later.plusSeconds(60)).granted()).isTrue();
        assertThat(probe.breaker().succeeded().phase(later)).isEqualTo(CircuitBreaker.Phase.CLOSED);
        assertThat(probe.breaker().failed(later).phase(later.plusSeconds(9))).isEqualTo(CircuitBreaker.Phase.OPEN);
        assertThat(probe.breaker().failed(later).phase(later.plusSeconds(10)))
                .isEqualTo(CircuitBreaker.Phase.HALF_OPEN);
    }

    @Test
    void breakerNeverPausesLongerThanItsBound() {
        CircuitBreaker breaker = CircuitBreaker.closed(CircuitBreaker.Policy.DEFAULT);
        for (int i = 0; i < 5000; i++) {
            breaker = breaker.failed(NOW);
            assertThat(breaker.ask(NOW.plus(CircuitBreaker.Policy.DEFAULT.maxPause()))
                            .granted())
                    .isTrue();
        }
    }
}
