package vn.lienthong.node.events.internal;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.events.EventsListener;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Gives committed events their places, one program of the installation at a time, and wakes those who wait for them.
 *
 * <p>Numbers that the database gives at insertion become visible in another order than their own, so that a reader who goes by
 * them would skip what commits late. Places are given to committed rows only, under a lock that is held until they are
 * committed: whoever sees a place sees all before it.
 */
@InNodeRole
@Component
class Sequencer {

    private static final int BATCH = 1000;
    private static final long NOTHING_SEEN = -1;

    private final EventRows rows;
    private final EventWaiters waiters;
    private final TransactionTemplate transactions;
    private final ObjectProvider<EventsListener> listeners;

    /** Up to which place those who wait here were woken. */
    private final AtomicLong told = new AtomicLong(NOTHING_SEEN);

    Sequencer(
            EventRows rows,
            EventWaiters waiters,
            TransactionTemplate transactions,
            ObjectProvider<EventsListener> listeners) {
        this.rows = rows;
        this.waiters = waiters;
        this.transactions = transactions;
        this.listeners = listeners;
    }

    /** One round; returns whether there may be more to do at once. Also wakes for what other programs have placed. */
    boolean round() {
        int placed = rows.anyWithoutPlace() ? place() : 0;
        wake();
        return placed == BATCH;
    }

    private int place() {
        return Objects.requireNonNullElse(
                transactions.execute(_ -> {
                    long last = rows.lockHead();
                    List<Long> waiting = rows.withoutPlace(BATCH);
                    if (!waiting.isEmpty()) {
                        rows.place(waiting, last);
                    }
                    return waiting.size();
                }),
                0);
    }

    private void wake() {
        long head = rows.head();
        long before = told.getAndSet(head);
        if (before == NOTHING_SEEN) {
            waiters.tellAll();
        } else if (head > before) {
            Set<AgencyCode> agencies = rows.agencies(before, head);
            waiters.tell(agencies);
            listeners.orderedStream().forEach(listener -> listener.placed(agencies));
        }
    }
}
