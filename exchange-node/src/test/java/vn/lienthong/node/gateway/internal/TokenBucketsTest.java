package vn.lienthong.node.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T00:00:00Z"));
    private final InstantSource clock = now::get;

    private void pass(Duration time) {
        now.updateAndGet(at -> at.plus(time));
    }

    @Test
    void givesWhatIsThereAndRefusesTheRest() {
        TokenBuckets buckets = new TokenBuckets(2, 3, clock);
        assertThat(buckets.take("a")).isEqualTo(new TokenBuckets.Share(true, 2, 0));
        assertThat(buckets.take("a").granted()).isTrue();
        assertThat(buckets.take("a").granted()).isTrue();
        assertThat(buckets.take("a")).isEqualTo(new TokenBuckets.Share(false, 0, 1));
        assertThat(buckets.take("b").granted()).isTrue();
    }

    @Test
    void fillsAgainWithTimeUpToItsBrim() {
        TokenBuckets buckets = new TokenBuckets(2, 3, clock);
        for (int turn = 0; turn < 4; turn++) {
            assertThat(buckets.take("a").granted()).isEqualTo(turn < 3);
        }
        pass(Duration.ofMillis(500));
        assertThat(buckets.take("a").granted()).isTrue();
        assertThat(buckets.take("a").granted()).isFalse();
        pass(Duration.ofHours(1));
        assertThat(buckets.look("a").left()).isEqualTo(3);
    }

    @Test
    void losesNothingWhenTheClockIsSetBack() {
        TokenBuckets buckets = new TokenBuckets(2, 3, clock);
        assertThat(buckets.take("a").granted()).isTrue();
        pass(Duration.ofDays(-1));
        assertThat(buckets.take("a")).isEqualTo(new TokenBuckets.Share(true, 1, 0));
    }

    @Test
    void lookingTakesNothing() {
        TokenBuckets buckets = new TokenBuckets(1, 1, clock);
        assertThat(buckets.look("a").left()).isEqualTo(1);
        assertThat(buckets.take("a").granted()).isTrue();
        assertThat(buckets.look("a")).isEqualTo(new TokenBuckets.Share(true, 0, 1));
    }

    @Test
    void limitsNothingWithoutARate() {
        TokenBuckets buckets = new TokenBuckets(0, 1, clock);
        for (int turn = 0; turn < 100; turn++) {
            assertThat(buckets.take("a").granted()).isTrue();
        }
    }
}
