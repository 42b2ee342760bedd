package vn.lienthong.node.delivery.internal.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.message.TimeOrderedIds;

class DispatchWaitersTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int ROUNDS = 500;
    private static final int WAITERS = 4;

    private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system(), new Random(1));
    private final ParcelId parcel = ids.nextParcelId();
    private final DispatchWaiters waiters = new DispatchWaiters();

    @Test
    void newsThatComesBetweenAskingAndWaitingIsNotLost() {
        try (DispatchWaiters.News news = waiters.news(parcel)) {
            waiters.changed(List.of(parcel));
            assertThat(news.await(LONG)).isTrue();
        }
    }

    @Test
    void newsOfAnotherParcelWakesNobody() {
        try (DispatchWaiters.News news = waiters.news(parcel)) {
            waiters.changed(List.of(ids.nextParcelId()));
            assertThat(news.await(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void whoGivesUpWakesNobodyElse() {
        try (DispatchWaiters.News patient = waiters.news(parcel)) {
            waiters.news(parcel).close();
            assertThat(patient.await(Duration.ZERO)).isFalse();
            waiters.changed(List.of(parcel));
            assertThat(patient.await(LONG)).isTrue();
        }
    }

    @Test
    void leavesNothingBehind() {
        waiters.news(parcel).close();
        try (DispatchWaiters.News told = waiters.news(parcel)) {
            waiters.changed(List.of(parcel));
            assertThat(told.await(LONG)).isTrue();
        }
        assertThat(waiters.parcels()).isZero();
    }

    /** Each waiter looks at a state and waits for its next change, as requests do; a lost wake-up would last a minute. */
    @Test
    void everyWaiterSeesEveryChangeInTheEnd() throws InterruptedException, ExecutionException {
        AtomicInteger state = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> seen = new ArrayList<>();
            for (int i = 0; i < WAITERS; i++) {
                seen.add(threads.submit(() -> follow(state)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                state.incrementAndGet();
                waiters.changed(List.of(parcel));
            }
            for (Future<Integer> last : seen) {
                assertThat(last.get()).isEqualTo(ROUNDS);
            }
        }
        assertThat(waiters.parcels()).isZero();
    }

    private int follow(AtomicInteger state) {
        while (true) {
            try (DispatchWaiters.News news = waiters.news(parcel)) {
                int now = state.get();
                if (now == ROUNDS) {
                    return now;
                }
                assertThat(news.await(LONG)).isTrue();
            }
        }
    }
}
