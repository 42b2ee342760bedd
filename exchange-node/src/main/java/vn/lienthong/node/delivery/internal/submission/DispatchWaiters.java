package vn.lienthong.node.delivery.internal.submission;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.node.platform.InNodeRole;

/** Lets requests wait for news of a parcel without asking the database again and again. */
@InNodeRole
@Component
public class DispatchWaiters {

    /** A set is touched only inside the map's atomic operations, or by whoever took it out. */
    private final ConcurrentMap<ParcelId, Set<News>> waiting = new ConcurrentHashMap<>();

    private volatile boolean closed;

    /** Announces committed news of parcels. */
    public void changed(Collection<ParcelId> parcels) {
        for (ParcelId parcel : parcels) {
            Set<News> told = waiting.remove(parcel);
            if (told != null) {
                told.forEach(News::tell);
            }
        }
    }

    /** The node ends: lets everybody go with what they know, and nobody wait any more. */
    @EventListener(ContextClosedEvent.class)
    public void close() {
        closed = true;
        changed(Set.copyOf(waiting.keySet()));
    }

    /** Returns whether waiting makes no sense any more. */
    boolean isClosed() {
        return closed;
    }

    /** Returns what to wait on; take it before reading the state, so that no news falls between. */
    News news(ParcelId parcel) {
        News news = new News(parcel);
        waiting.compute(parcel, (_, others) -> {
            Set<News> all = others == null ? new HashSet<>() : others;
            all.add(news);
            return all;
        });
        if (closed) {
            news.tell();
        }
        return news;
    }

    /** How many parcels somebody waits for. */
    int parcels() {
        return waiting.size();
    }

    /** The next news of a parcel, for one who waits. */
    final class News implements AutoCloseable {

        private final ParcelId parcel;
        private final CountDownLatch latch = new CountDownLatch(1);

        private News(ParcelId parcel) {
            this.parcel = parcel;
        }

        private void tell() {
            latch.countDown();
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

        /** Gives up waiting; leaves nothing behind and wakes nobody else. */
        @Override
        public void close() {
            waiting.computeIfPresent(parcel, (_, all) -> without(all));
        }

        private @Nullable Set<News> without(Set<News> all) {
            all.remove(this);
            return all.isEmpty() ? null : all;
        }
    }
}
