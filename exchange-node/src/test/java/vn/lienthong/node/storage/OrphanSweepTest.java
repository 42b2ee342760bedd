package vn.lienthong.node.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.node.testing.InMemoryPayloadStore;

class OrphanSweepTest {

    private static final Duration GRACE = Duration.ofHours(24);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T08:00:00Z"));
    private final InstantSource clock = now::get;
    private final PayloadStore store = new InMemoryPayloadStore(1_000_000, clock);

    @Test
    void removesWhatNobodyKnowsAfterTheGraceTime() throws IOException {
        for (int number = 0; number < 1200; number++) {
            PayloadStoreContract.put(store, PayloadStoreContract.id(number), 1);
        }
        pass(GRACE.plusSeconds(1));
        assertThat(sweep(knowing(3), knowing(700))).isEqualTo(1198);
        assertThat(store.usedBytes()).isEqualTo(2);
    }

    @Test
    void keepsWhatIsYoung() throws IOException {
        PayloadStoreContract.put(store, PayloadStoreContract.id(1), 1);
        pass(GRACE.minusSeconds(1));
        assertThat(sweep(knowing())).isZero();
    }

    @Test
    void removesForgottenParts() throws IOException {
        PayloadStoreContract.admitted(store.create(PayloadStoreContract.id(1), 0))
                .close();
        pass(GRACE.plusSeconds(1));
        assertThat(sweep(knowing())).isEqualTo(1);
    }

    @Test
    void keepsEverythingWhenThereIsNobodyToAsk() throws IOException {
        PayloadStoreContract.put(store, PayloadStoreContract.id(1), 1);
        pass(GRACE.plusDays(100));
        assertThat(sweep()).isZero();
    }

    @Test
    void sparesWhatIsWrittenAnewWhileItAsks() throws IOException {
        PayloadStoreContract.put(store, PayloadStoreContract.id(1), 1);
        PayloadStoreContract.put(store, PayloadStoreContract.id(2), 1);
        PayloadStoreContract.put(store, PayloadStoreContract.id(3), 1);
        pass(GRACE.plusSeconds(1));
        // While the database is asked, the first comes again, the second is taken up as it lies there.
        int removed = sweep(candidates -> {
            try {
                assertThat(store.delete(PayloadStoreContract.id(1))).isTrue();
                assertThat(PayloadStoreContract.put(store, PayloadStoreContract.id(1), 1))
                        .hasSize(1);
                assertThat(store.touch(PayloadStoreContract.id(2), now.get())).isTrue();
                return Set.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(removed).isEqualTo(1);
        assertThat(store.open(PayloadStoreContract.id(1))).isPresent();
        assertThat(store.open(PayloadStoreContract.id(2))).isPresent();
        assertThat(store.open(PayloadStoreContract.id(3))).isEmpty();
    }

    @Test
    void removesAReleasedPayloadHoweverYoungUnlessSomebodyElseNeedsIt() throws IOException {
        PayloadStoreContract.put(store, PayloadStoreContract.id(1), 1);
        PayloadStoreContract.put(store, PayloadStoreContract.id(2), 1);
        OrphanSweep sweep = new OrphanSweep(store, List.of(knowing(2)), clock, GRACE);
        assertThat(sweep.removeUnknown(List.of(PayloadStoreContract.id(1), PayloadStoreContract.id(2))))
                .isEqualTo(1);
        assertThat(store.open(PayloadStoreContract.id(2))).isPresent();
    }

    private int sweep(ReferencedPayloads... references) throws IOException {
        return new OrphanSweep(store, List.of(references), clock, GRACE).sweep();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static ReferencedPayloads knowing(Integer... numbers) {
        Set<PayloadId> known = Stream.of(numbers).map(PayloadStoreContract::id).collect(Collectors.toSet());
        return (Collection<PayloadId> candidates) ->
                candidates.stream().filter(known::contains).collect(Collectors.toSet());
    }
}
