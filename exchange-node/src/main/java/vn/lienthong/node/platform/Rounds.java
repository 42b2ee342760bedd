package vn.lienthong.node.platform;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Work that is done again and again on a thread of its own, from the start of the node to its end. Offered as a bean, it is started
 * and stopped with the others.
 *
 * <p>Guarantees: no exception ends the rounds: whatever one of them throws is logged once per cause, is told by {@link #trouble}
 * until a round succeeds, and the next round comes after the usual pause.
 */
public final class Rounds implements SmartLifecycle, Troubles {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration END = Duration.ofSeconds(5);
    private static final String NONE = "";

    private final String name;
    private final Duration pause;
    private final BooleanSupplier work;
    private final boolean pauseFirst;
    private final Semaphore calls = new Semaphore(0);
    private final AtomicReference<CountDownLatch> stopping = new AtomicReference<>(new CountDownLatch(0));
    private final AtomicReference<String> trouble = new AtomicReference<>(NONE);
    private volatile Thread worker = Thread.ofVirtual().unstarted(() -> {});

    private Rounds(String name, Duration pause, BooleanSupplier work, boolean pauseFirst) {
        this.name = name;
        this.pause = pause;
        this.work = work;
        this.pauseFirst = pauseFirst;
    }

    /**
     * Prepares work that is done once in each round.
     *
     * @param name of the thread, and in messages
     * @param pause between rounds
     * @param work one round
     */
    public static Rounds of(String name, Duration pause, Runnable work) {
        return new Rounds(name, pause, once(work), false);
    }

    /**
     * Prepares work that is done once in each round, the first time after a pause.
     *
     * @param name of the thread, and in messages
     * @param pause before each round
     * @param work one round
     */
    public static Rounds afterPause(String name, Duration pause, Runnable work) {
        return new Rounds(name, pause, once(work), true);
    }

    private static BooleanSupplier once(Runnable work) {
        return () -> {
            work.run();
            return false;
        };
    }

    /**
     * Prepares work that is done in pieces until nothing is left.
     *
     * @param name of the thread, and in messages
     * @param pause when nothing is left
     * @param work one piece; returns whether there is more to do at once
     */
    public static Rounds untilDone(String name, Duration pause, BooleanSupplier work) {
        return new Rounds(name, pause, work, false);
    }

    /**
     * Does the work on each of some things. One that cannot be worked on does not keep the others from their turn.
     *
     * @param things in this order
     * @param work on one of them
     * @throws RuntimeException the first that the work threw, after all had their turn
     */
    public static <T> void each(Iterable<T> things, Consumer<? super T> work) {
        RuntimeException first = null;
        for (T thing : things) {
            try {
                work.accept(thing);
            } catch (RuntimeException failed) {
                // Thrown at the end: a damaged row may not stand in the way of the sound ones behind it.
                first = first == null ? failed : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        stopping.set(end);
        worker = Thread.ofVirtual().name(name).start(() -> run(end));
    }

    /** Ends after the present piece of work, or in the middle of it when that takes too long. */
    @Override
    public void stop() {
        stopping.get().countDown();
        wake();
        try {
            if (!worker.join(END)) {
                worker.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether rounds go on. */
    @Override
    public boolean isRunning() {
        return stopping.get().getCount() > 0;
    }

    /** Has the next round begin now instead of after the pause. May be called by anybody, as often as one likes. */
    public void wake() {
        if (calls.availablePermits() == 0) {
            calls.release();
        }
    }

    /** Returns the name that it was given. */
    public String name() {
        return name;
    }

    /** Returns the kind of exception that ended the last round; empty when it went well. */
    public Optional<String> trouble() {
        return Optional.of(trouble.get()).filter(cause -> !cause.isEmpty());
    }

    @Override
    public Map<String, String> troubles() {
        return trouble().map(cause -> Map.of(name, cause)).orElse(Map.of());
    }

    private void run(CountDownLatch end) {
        try {
            if (pauseFirst) {
                rest();
            }
            while (end.getCount() > 0) {
                workOff(end);
                rest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest() throws InterruptedException {
        boolean woken = calls.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        LOG.trace("{} goes on, woken: {}", name, woken);
    }

    private void workOff(CountDownLatch end) {
        boolean more = true;
        while (more && end.getCount() > 0) {
            // What woke this round is being seen to.
            int seen = calls.drainPermits();
            LOG.trace("{} begins, calls: {}", name, seen);
            more = piece();
        }
    }

    /** One piece of work; whatever it throws, the next round must come: a damaged row may not end the work on all others. */
    private boolean piece() {
        try {
            boolean more = work.getAsBoolean();
            if (!trouble.getAndSet(NONE).isEmpty()) {
                LOG.info("{} works again", name);
            }
            return more;
        } catch (RuntimeException failed) {
            report(failed);
            return false;
        }
    }

    private void report(RuntimeException failed) {
        String cause = failed.getClass().getSimpleName();
        if (trouble.getAndSet(cause).equals(cause)) {
            LOG.debug("{} still cannot work", name, failed);
        } else {
            LOG.warn("{} cannot work now and tries again: {}", name, cause, failed);
        }
    }
}
