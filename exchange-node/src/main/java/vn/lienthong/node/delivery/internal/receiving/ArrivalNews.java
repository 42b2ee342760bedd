package vn.lienthong.node.delivery.internal.receiving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.platform.InNodeRole;

/** Wakes those who wait for something to arrive. */
@Component
@InNodeRole
public class ArrivalNews {

    private final ConcurrentMap<AgencyCode, List<CountDownLatch>> waiting = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Announces that something was committed for these recipients. */
    void arrived(Collection<AgencyCode> recipients) {
        for (AgencyCode recipient : recipients) {
            List<CountDownLatch> latches = waiting.remove(recipient);
            if (latches != null) {
                latches.forEach(CountDownLatch::countDown);
            }
        }
    }

    /** The node ends: lets everybody go, and nobody wait any more. */
    @EventListener(ContextClosedEvent.class)
    public void close() {
        closed = true;
        arrived(Set.copyOf(waiting.keySet()));
    }

    /** Returns what to wait on; take it before looking, so that no news falls between. */
    public Watch watch(Collection<AgencyCode> recipients) {
        CountDownLatch latch = new CountDownLatch(1);
        for (AgencyCode recipient : recipients) {
            waiting.compute(recipient, (_, before) -> {
                List<CountDownLatch> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
                all.add(latch);
                return all;
            });
        }
        if (closed) {
            latch.countDown();
        }
        return new Watch(List.copyOf(recipients), latch);
    }

    /** Waits for news of some recipients. */
    public final class Watch implements AutoCloseable {

        private final List<AgencyCode> recipients;
        private final CountDownLatch latch;

        private Watch(List<AgencyCode> recipients, CountDownLatch latch) {
            this.recipients = recipients;
            this.latch = latch;
        }

        /** Waits at most so long; false when the thread was interrupted or the node ends. */
        public boolean await(Duration limit) {
            try {
                boolean told = latch.await(limit.toMillis(), TimeUnit.MILLISECONDS);
                return !closed && (told || !Thread.currentThread().isInterrupted());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            for (AgencyCode recipient : recipients) {
                waiting.computeIfPresent(recipient, (_, before) -> {
                    List<CountDownLatch> others = before.stream()
                            .filter(other -> !other.equals(latch))
                            .toList();
                    return others.isEmpty() ? null : others;
                });
            }
        }
    }
}
