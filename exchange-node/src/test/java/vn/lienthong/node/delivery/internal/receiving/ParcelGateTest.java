package vn.lienthong.node.delivery.internal.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.message.ParcelId;

/** Groups that share a parcel follow each other; all others pass at once. */
class ParcelGateTest {

    private static final ParcelId ONE = id(1);
    private static final ParcelId TWO = id(2);
    private static final ParcelId THREE = id(3);

    private final ParcelGate gate = new ParcelGate();

    private static ParcelId id(int number) {
        return new ParcelId(new UUID(0x0198_0000_0000_7000L + number, 0x8000_0000_0000_0000L));
    }

    @Test
    void keepsOutWhoSharesParcelUntilTheTimeIsOver() {
        try (ParcelGate.Pass _ = gate.enter(List.of(ONE, TWO), Duration.ZERO).orElseThrow()) {
            assertThat(gate.enter(List.of(TWO, THREE), Duration.ofMillis(5))).isEmpty();
            ParcelGate.Pass other = gate.enter(List.of(THREE), Duration.ZERO).orElseThrow();
            other.close();
        }
        assertThat(gate.enter(List.of(TWO, THREE), Duration.ZERO)).isPresent();
    }

    @Test
    void letsInWhoWaitedAsSoonAsTheOtherLeaves() throws InterruptedException, ExecutionException {
        ParcelGate.Pass first = gate.enter(List.of(ONE), Duration.ZERO).orElseThrow();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> second = threads.submit(
                    () -> gate.enter(List.of(ONE), Duration.ofSeconds(30)).isPresent());
            first.close();
            assertThat(second.get()).isTrue();
        }
    }
}
