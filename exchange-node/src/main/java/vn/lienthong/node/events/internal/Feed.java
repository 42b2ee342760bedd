package vn.lienthong.node.events.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.events.AgencyEvent;
import vn.lienthong.node.events.AgencyEvents;
import vn.lienthong.node.events.AgencyNews;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/** The feed over its rows. */
@InNodeRole
@Service
class Feed implements AgencyEvents {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final EventRows rows;
    private final EventWaiters waiters;
    private final Rounds sequencing;
    private final InstantSource clock;

    Feed(
            EventRows rows,
            EventWaiters waiters,
            @Qualifier(EventConfiguration.SEQUENCING) Rounds sequencing,
            InstantSource clock) {
        this.rows = rows;
        this.waiters = waiters;
        this.sequencing = sequencing;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<AgencyNews> news) {
        if (news.isEmpty()) {
            return;
        }
        rows.insert(news, Timestamps.millis(clock.instant()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sequencing.wake();
            }
        });
    }

    @Override
    public List<AgencyEvent> after(AgencyCode agency, long cursor, int limit, Instant deadline) {
        int most = Math.clamp(limit, 1, MOST);
        // Measured once: the wall clock may be set while somebody waits.
        Duration patience = Duration.between(clock.instant(), deadline);
        long end = System.nanoTime() + (patience.compareTo(LONGEST) < 0 ? patience : LONGEST).toNanos();
        while (true) {
            try (EventWaiters.Watch watch = waiters.watch(agency)) {
                List<AgencyEvent> found = rows.after(agency, cursor, most);
                long left = end - System.nanoTime();
                if (!found.isEmpty() || left <= 0 || waiters.isClosed()) {
                    return found;
                }
                if (!watch.await(left)) {
                    return List.of();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }
    }

    @Override
    public long head() {
        return rows.head();
    }

    @Override
    public long before(AgencyCode agency, Instant from) {
        long head = rows.head();
        return rows.before(agency, from).orElse(head);
    }
}
