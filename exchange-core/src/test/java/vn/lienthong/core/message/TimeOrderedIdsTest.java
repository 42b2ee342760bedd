package vn.lienthong.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.value.CanonicalUuid;

class TimeOrderedIdsTest {

    private static final long START = Instant.parse("2026-11-21T08:15:30.123Z").toEpochMilli();

    private final AtomicLong now = new AtomicLong(START);
    private final TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.ofEpochMilli(now.get()), new Random(42));

    @Test
    void carriesTheTimeVersionAndVariant() {
        UUID id = ids.next();
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(START);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void growsStrictlyThoughTheClockStandsOrIsSetBack() {
        UUID last = ids.next();
        for (int i = 0; i < 100_000; i++) {
            now.addAndGet(i % 5000 == 0 ? -1000 : i % 100 == 0 ? 1 : 0);
            UUID next = ids.next();
            assertThat(CanonicalUuid.compare(last, next)).isNegative();
            last = next;
        }
    }

    @Test
    void parsesItsOwnFormOnly() {
        ParcelId id = ids.nextParcelId();
        assertThat(ParcelId.parse(id.toString())).contains(id);
        assertThat(ParcelId.parse("{" + id + "}")).isEmpty();
        assertThat(ParcelId.parse("019AB3C4-D5E6-7F01-8234-56789ABCDEF0")).isEmpty();
        assertThat(ParcelId.parse("019ab3c4-d5e6-4f01-8234-56789abcdef0")).isEmpty();
        assertThatThrownBy(() -> new ParcelId(new UUID(0, 0))).isInstanceOf(IllegalArgumentException.class);
    }
}
