package vn.lienthong.node.log.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the one thread that waits for work; many calls in a row are one. */
final class Wakening {

    private final Semaphore signal = new Semaphore(0);

    /** There is something to do. */
    void signal() {
        if (signal.availablePermits() == 0) {
            signal.release();
        }
    }

    /** Waits for a signal, at most so long. */
    void await(Duration limit) throws InterruptedException {
        if (signal.tryAcquire(Math.max(limit.toMillis(), 1), TimeUnit.MILLISECONDS)) {
            forget();
        }
    }

    /** Throws away signals about what is done together with what comes next. */
    void forget() {
        signal.drainPermits();
    }
}
