package vn.lienthong.node.delivery.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.party.NodeId;

class ClaimsInHandTest {

    private static final NodeId TARGET = new NodeId("peer");

    private final ClaimsInHand hand = new ClaimsInHand();

    @Test
    void holdsWhatWasTakenUntilItIsLetGo() {
        ClaimsInHand.Name claim = claim(0);
        take(claim);
        assertThat(holds(claim)).isTrue();
        hand.letGo(List.of(claim));
        assertThat(holds(claim)).isFalse();
    }

    @Test
    void holdsWhatWasTakenAgainBeforeItWasLetGo() {
        ClaimsInHand.Name claim = claim(0);
        take(claim);
        take(claim);
        hand.letGo(List.of(claim));
        assertThat(holds(claim)).isTrue();
    }

    @Test
    void letsGoOfWhatItDoesNotHold() {
        ClaimsInHand.Name claim = claim(0);
        hand.letGo(List.of(claim));
        assertThat(holds(claim)).isFalse();
    }

    @Test
    void neverFindsAClaimInTheTableThatIsOnItsWayIntoTheHand() throws InterruptedException, ExecutionException {
        var table = ConcurrentHashMap.<UUID>newKeySet();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> takers = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(taker -> threads.submit(() -> {
                        start.await();
                        for (int i = 0; i < 200; i++) {
                            ClaimsInHand.Name claim = claim(taker * 1000 + i);
                            hand.take(
                                    () -> {
                                        table.add(claim.parcelId());
                                        return List.of(claim);
                                    },
                                    Function.identity());
                            table.remove(claim.parcelId());
                            hand.letGo(List.of(claim));
                        }
                        return null;
                    }))
                    .toList();
            start.countDown();
            for (int i = 0; i < 500; i++) {
                // What was removed from the table meanwhile may still be held, never the other way round.
                boolean lost = hand.whileNobodyTakes(held -> table.stream()
                        .anyMatch(parcel ->
                                table.contains(parcel) && !held.contains(new ClaimsInHand.Name(parcel, TARGET))));
                assertThat(lost).isFalse();
            }
            for (Future<?> taker : takers) {
                assertThat(taker.get()).isNull();
            }
        }
    }

    private void take(ClaimsInHand.Name claim) {
        assertThat(hand.take(() -> List.of(claim), Function.identity())).hasSize(1);
    }

    private boolean holds(ClaimsInHand.Name claim) {
        return hand.whileNobodyTakes(held -> held.contains(claim));
    }

    private static ClaimsInHand.Name claim(int number) {
        return new ClaimsInHand.Name(new UUID(0, number), TARGET);
    }
}
