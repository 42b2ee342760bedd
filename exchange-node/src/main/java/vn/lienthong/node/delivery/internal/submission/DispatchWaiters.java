package vn.lienthong.node.delivery.internal.submission;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.platform.InNodeRole;

/** Lets requests wait for news of a parcel without asking the database again and again. */
@InNodeRole
@Component
public class DispatchWaiters {

    private final ConcurrentMap<ParcelId, CountDownLatch> waiting = new ConcurrentHashMap<>();

    /** Announces committed news of parcels. */
    public void changed(Collection<ParcelId> parcels) {
        for (ParcelId parcel : parcels) {
            CountDownLatch latch = waiting.remove(parcel);
            if (latch != null) {
                latch.countDown();
            }
        }
    }

    /** Returns what to wait on; take it before reading the state, so that no news falls between. */
    News news(ParcelId parcel) {
        CountDownLatch latch = waiting.computeIfAbsent(parcel, _ -> new CountDownLatch(1));
        return new News(parcel, latch);
    }

    /** The next news of a parcel. */
    final class News implements AutoCloseable {

        private final ParcelId parcel;
        private final CountDownLatch latch;

        private News(ParcelId parcel, CountDownLatch latch) {
            this.parcel = parcel;
            this.latch = latch;
        }

        /** Waits; returns whether there is news. */
        boolean await(Duration limit) {
            try {
                return latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Gives up waiting; others who wait for the same parcel are woken and look for themselves. */
        @Override
        public void close() {
            if (waiting.remove(parcel, latch)) {
                latch.countDown();
            }
        }
    }
}
