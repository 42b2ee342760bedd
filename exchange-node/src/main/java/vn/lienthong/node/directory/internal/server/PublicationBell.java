package vn.lienthong.node.directory.internal.server;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes everybody who waits for the next publication. Each waits on a virtual thread of its own; their number is bounded. */
final class PublicationBell {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final Semaphore places;
    private long latest;
    private boolean closed;

    PublicationBell(int places) {
        this.places = new Semaphore(places);
    }

    /** There is a publication of this number. */
    void ring(long sequence) {
        lock.lock();
        try {
            latest = Math.max(latest, sequence);
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets everybody go and nobody wait any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until there is a publication behind this number, or the time is over.
     *
     * @return false when too many wait already
     */
    boolean await(long after, Duration atMost) throws InterruptedException {
        if (!places.tryAcquire()) {
            return false;
        }
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (latest <= after && !closed && left > 0) {
                left = rung.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
            places.release();
        }
    }
}
