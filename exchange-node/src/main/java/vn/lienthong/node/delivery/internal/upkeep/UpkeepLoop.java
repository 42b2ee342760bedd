package vn.lienthong.node.delivery.internal.upkeep;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.storage.OrphanSweep;

/** Does the chores, each at the start and then at its own interval, one after the other. */
@Component
@InNodeRole
class UpkeepLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepLoop.class);
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final Duration END = Duration.ofSeconds(5);

    /** Something to be done again and again; says how much it did. */
    @FunctionalInterface
    private interface Work {
        int round() throws IOException;
    }

    private static final class Chore {

        private final String name;
        private final Duration every;
        private final Work work;
        private Instant due = Instant.EPOCH;

        private Chore(String name, Duration every, Work work) {
            this.name = name;
            this.every = every;
            this.work = work;
        }
    }

    private final List<Chore> chores;
    private final InstantSource clock;
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

    UpkeepLoop(Watchdog watchdog, PayloadRelease release, OrphanSweep sweep, InstantSource clock) {
        this.chores = List.of(
                new Chore("watchdog", Duration.ofMinutes(1), watchdog::round),
                new Chore("release of payloads", Duration.ofHours(1), release::round),
                new Chore("sweep of orphaned payloads", Duration.ofDays(1), sweep::sweep));
        this.clock = clock;
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        stopped = end;
        thread = Thread.ofVirtual().name("upkeep").start(() -> run(end));
    }

    private void run(CountDownLatch end) {
        try {
            do {
                chores.forEach(this::perform);
            } while (!end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void perform(Chore chore) {
        Instant now = clock.instant();
        // A clock that was set back does not make it wait for longer than its interval.
        boolean waits = now.isBefore(chore.due) && chore.due.isBefore(now.plus(chore.every));
        if (waits || stopped.getCount() == 0) {
            return;
        }
        chore.due = now.plus(chore.every);
        try {
            LOG.debug("{}: {}", chore.name, chore.work.round());
        } catch (IOException | DataAccessException | TransactionException e) {
            LOG.atWarn().setCause(e).log("{} failed, will be done next time", chore.name);
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            if (!thread.join(END)) {
                thread.interrupt();
                LOG.warn("the upkeep did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
