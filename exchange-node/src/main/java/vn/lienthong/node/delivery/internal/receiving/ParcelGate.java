package vn.lienthong.node.delivery.internal.receiving;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Lets each parcel be decided by one thread at a time, so that copies that arrive together do not trip over each other's payload.
 * All parcels of a group enter together or none, hence nobody waits for somebody who waits. Between processes the unique keys of
 * the database decide.
 */
@Component
@InNodeRole
class ParcelGate {

    private final Set<ParcelId> inside = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somebodyLeft = lock.newCondition();

    /** The right to decide about parcels. */
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    /** Enters with all of these parcels; empty when one of them is still being decided at the end of the time. */
    Optional<Pass> enter(Collection<ParcelId> parcels, Duration limit) {
        Set<ParcelId> wanted = Set.copyOf(parcels);
        long left = limit.toNanos();
        lock.lock();
        try {
            while (wanted.stream().anyMatch(inside::contains)) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = somebodyLeft.awaitNanos(left);
            }
            inside.addAll(wanted);
            return Optional.of(() -> leave(wanted));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void leave(Set<ParcelId> parcels) {
        lock.lock();
        try {
            inside.removeAll(parcels);
            somebodyLeft.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
