package vn.lienthong.node.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RoundsTest {

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void goesOnAfterADamagedRow() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(3);
        Rounds work = Rounds.of("damaged", SHORT, () -> {
            third.countDown();
            if (rounds.incrementAndGet() < 3) {
                throw new IllegalStateException("a row in the database was damaged");
            }
        });
        work.start();
        assertThat(third.await(20, TimeUnit.SECONDS)).isTrue();
        work.stop();
        assertThat(work.isRunning()).isFalse();
    }

    @Test
    void tellsOfTroubleUntilARoundSucceeds() throws InterruptedException {
        AtomicInteger rounds = new AtomicInteger();
        CountDownLatch failed = new CountDownLatch(1);
        CountDownLatch worked = new CountDownLatch(1);
        Rounds work = Rounds.untilDone("trouble", LONG, () -> {
            if (rounds.incrementAndGet() == 1) {
                failed.countDown();
                throw new IllegalArgumentException("secret");
            }
            worked.countDown();
            return false;
        });
        work.start();
        assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
        work.wake();
        assertThat(worked.await(20, TimeUnit.SECONDS)).isTrue();
        work.stop();
        assertThat(work.trouble()).isEmpty();
    }

    @Test
    void namesTheCauseOfTroubleAndNoMore() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        Rounds work = Rounds.of("trouble", LONG, () -> {
            failed.countDown();
            throw new IllegalArgumentException("secret");
        });
        work.start();
        assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
        work.stop();
        assertThat(work.troubles()).containsExactly(Map.entry("trouble", "IllegalArgumentException"));
    }

    @Test
    void doesPiecesWithoutPauseUntilNothingIsLeft() throws InterruptedException {
        AtomicInteger left = new AtomicInteger(100);
        CountDownLatch done = new CountDownLatch(1);
        Rounds work = Rounds.untilDone("pieces", LONG, () -> {
            boolean more = left.decrementAndGet() > 0;
            if (!more) {
                done.countDown();
            }
            return more;
        });
        work.start();
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        work.stop();
        assertThat(left).hasValue(0);
    }

    @Test
    void restsFirstWhenToldTo() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Rounds work = Rounds.afterPause("later", LONG, begun::countDown);
        work.start();
        assertThat(begun.await(50, TimeUnit.MILLISECONDS)).isFalse();
        work.wake();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        work.stop();
    }

    @Test
    void startsAgainAfterAStop() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        Rounds work = Rounds.of("again", LONG, () -> {
            second.countDown();
            first.countDown();
        });
        work.start();
        assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
        work.stop();
        work.start();
        assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
        work.stop();
    }

    @Test
    void givesEachItsTurnAndThenTellsOfTheFirstThatFailed() {
        List<Integer> done = new ArrayList<>();
        assertThatThrownBy(() -> Rounds.each(List.of(1, 2, 3, 4), number -> {
                    if (number % 2 == 0) {
                        throw new IllegalStateException("number " + number);
                    }
                    done.add(number);
                }))
                .hasMessage("number 2");
        assertThat(done).containsExactly(1, 3);
    }
}
