package vn.lienthong.node.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T08:15:30.123Z"));
    private final TimeOrderedIds ids = new TimeOrderedIds(now::get, new Random(1));

    @Test
    void carriesTheTimeAndTheVersion() {
        UUID id = ids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.get().toEpochMilli());
    }

    @Test
    void growsWithinOneMillisecondAndWhenTheClockStepsBack() {
        String before = "";
        Set<UUID> seen = new HashSet<>();
        for (int number = 0; number < 10_000; number++) {
            if (number == 5000) {
                now.updateAndGet(time -> time.minusSeconds(3600));
            }
            UUID id = ids.next();
            assertThat(id.toString()).isGreaterThan(before);
            assertThat(seen.add(id)).isTrue();
            before = id.toString();
        }
    }
}
