package vn.lienthong.node.statement.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InNodeRole;

/** Wakes who states what is owed. Signals in a row count as one. */
@Component
@InNodeRole
class OwedSignal {

    private final Semaphore signals = new Semaphore(0);

    /** Something may be due now. Never blocks. */
    void waiting() {
        if (signals.availablePermits() == 0) {
            signals.release();
        }
    }

    /** Waits for a signal, at most so long; false when the thread was interrupted. */
    boolean await(Duration limit) {
        try {
            if (signals.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                int further = signals.drainPermits();
                return further >= 0;
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
