package vn.lienthong.node.platform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Work that is done again and again on a thread of its own, until the node ends. */
public final class Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration END = Duration.ofSeconds(5);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private final AtomicReference<CountDownLatch> stopping = new AtomicReference<>(new CountDownLatch(0));
    private volatile Thread worker = Thread.ofVirtual().unstarted(() -> {});

    /**
     * Prepares the work.
     *
     * @param name of the thread
     * @param pause between rounds
     * @param work one round; what the database refuses is tried again in the next
     */
    public Rounds(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    /** Begins. */
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        stopping.set(end);
        worker = Thread.ofVirtual().name(name).start(() -> run(end));
    }

    /** Ends after the present round, or in the middle of it when that takes too long. */
    public void stop() {
        stopping.get().countDown();
        try {
            if (!worker.join(END)) {
                worker.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether rounds go on. */
    public boolean isRunning() {
        return stopping.get().getCount() > 0;
    }

    private void run(CountDownLatch end) {
        try {
            do {
                round();
            } while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            work.run();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("{} cannot work now: {}", name, e.getClass().getSimpleName());
        }
    }
}
