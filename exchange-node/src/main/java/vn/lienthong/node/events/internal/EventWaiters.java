package vn.lienthong.node.events.internal;

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
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.platform.InNodeRole;

/** Those who wait for events of an agency; a thread that waits asks nothing of the database. */
@InNodeRole
@Component
class EventWaiters {

    /** A set is touched only inside the map's atomic operations, or by whoever took it out. */
    private final ConcurrentMap<AgencyCode, Set<Watch>> waiting = new ConcurrentHashMap<>();

    private volatile boolean closed;

    /** Lets those go on who wait for one of these agencies. */
    void tell(Collection<AgencyCode> agencies) {
        for (AgencyCode agency : agencies) {
            Set<Watch> told = waiting.remove(agency);
            if (told != null) {
                told.forEach(watch -> watch.latch.countDown());
            }
        }
    }

    /** The node ends: lets everybody go, and nobody wait any more. */
    @EventListener(ContextClosedEvent.class)
    public void close() {
        closed = true;
        tellAll();
    }

    /** Lets everybody look again. */
    void tellAll() {
        tell(Set.copyOf(waiting.keySet()));
    }

    boolean isClosed() {
        return closed;
    }

    /** Returns what to wait on; take it before reading, so that nothing falls between. */
    Watch watch(AgencyCode agency) {
        Watch watch = new Watch(agency);
        waiting.compute(agency, (_, others) -> {
            Set<Watch> all = others == null ? new HashSet<>() : others;
            all.add(watch);
            return all;
        });
        if (closed) {
            watch.latch.countDown();
        }
        return watch;
    }

    /** One who waits. */
    final class Watch implements AutoCloseable {

        private final AgencyCode agency;
        private final CountDownLatch latch = new CountDownLatch(1);

        private Watch(AgencyCode agency) {
            this.agency = agency;
        }

        /** Waits at most so long; returns whether there is news. */
        boolean await(long nanos) throws InterruptedException {
            return latch.await(nanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() {
            waiting.computeIfPresent(agency, (_, all) -> without(all));
        }

        private @Nullable Set<Watch> without(Set<Watch> all) {
            all.remove(this);
            return all.isEmpty() ? null : all;
        }
    }
}
