package vn.lienthong.node.trial;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A bounded wait for something that only looking can tell. */
final class Deadline {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final long end;
    private final Duration whole;

    private Deadline(Duration whole) {
        this.whole = whole;
        this.end = System.nanoTime() + whole.toNanos();
    }

    static Deadline in(Duration time) {
        return new Deadline(time);
    }

    /** Rests a moment; false when the time is over or this thread is told to stop. */
    boolean rest() {
        return rest(BETWEEN_LOOKS);
    }

    /** Rests so long; false when the time is over or this thread is told to stop. */
    boolean rest(Duration moment) {
        if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
            return false;
        }
        LockSupport.parkNanos(moment.toNanos());
        return true;
    }

    Duration left() {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        return left.isNegative() ? Duration.ZERO : left;
    }

    Duration whole() {
        return whole;
    }
}
