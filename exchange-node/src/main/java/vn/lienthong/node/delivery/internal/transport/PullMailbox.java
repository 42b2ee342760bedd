package vn.lienthong.node.delivery.internal.transport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.core.message.TimeOrderedIds;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Where this node lays ready what is for nodes that it cannot connect to, until they come for it ({@code docs/protocol §5.7}).
 * Nothing in it needs to last: the tables are the queues, and whoever lays something ready here holds a claim on its rows.
 *
 * <p>Guarantees: a node sees only what is for itself; each thing is with one holder at a time, until its lease ends.
 */
@InNodeRole
@Component
public class PullMailbox {

    /** Requests of one node that may wait at the same time. */
    static final int MOST_POLLS = 4;

    /** Requests of all nodes that may wait at the same time. */
    static final int MOST_POLLS_OF_ALL = 2048;

    /** A node that asked so recently is expected to ask again in a moment. */
    static final Duration RECENT = Duration.ofSeconds(10);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final Comparator<PullLease> URGENT_FIRST =
            Comparator.comparingInt((PullLease lease) -> lease.content().rank()).thenComparing(PullLease::id);

    private static final class Box {
        private final List<PullLease> ready = new ArrayList<>();
        private final Condition filled;
        private int polls;
        private Instant lastPoll = Instant.MIN;

        private Box(Condition filled) {
            this.filled = filled;
        }
    }

    private final NodeKeys keys;
    private final PullingNodes nodes;
    private final ApplicationEventPublisher events;
    private final TimeOrderedIds ids;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<NodeId, Box> boxes = new HashMap<>();
    private final Map<UUID, PullLease> leases = new HashMap<>();
    private int polls;
    private boolean closed;

    PullMailbox(
            NodeKeys keys,
            PullingNodes nodes,
            ApplicationEventPublisher events,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.keys = keys;
        this.nodes = nodes;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** A node that had been away asks for what is for it. Published before its request is answered. */
    public record PullerArrived(NodeId node) {}

    /** What came of a node's asking. */
    public sealed interface Poll {

        /** Here it is. */
        record Given(PullLease lease) implements Poll {}

        /** There was nothing all the time. */
        record Nothing() implements Poll {}

        /** Too many requests wait already. */
        record Crowded() implements Poll {}
    }

    /** Whether it is another node that fetches what is for it. */
    public boolean serves(NodeId node) {
        return !node.equals(keys.nodeId()) && nodes.contains(node);
    }

    /** Whether the node fetches what is for it, and has not been heard of for a while: nothing should be laid ready for it. */
    public boolean isAway(NodeId node) {
        if (!serves(node)) {
            return false;
        }
        lock.lock();
        try {
            return !isPresent(node);
        } finally {
            lock.unlock();
        }
    }

    private boolean isPresent(NodeId node) {
        Box box = boxes.get(node);
        return box != null
                && (box.polls > 0 || clock.instant().isBefore(box.lastPoll.plus(RECENT)) || holdsSomething(node));
    }

    private boolean holdsSomething(NodeId node) {
        Instant now = clock.instant();
        return leases.values().stream()
                .anyMatch(lease -> lease.target().equals(node) && lease.isFetched() && lease.isOpen(now));
    }

    /** The nodes that fetch what is for them and have not been heard of for a while. */
    public Set<NodeId> away() {
        Set<NodeId> away = new HashSet<>(nodes.all());
        away.remove(keys.nodeId());
        lock.lock();
        try {
            away.removeIf(this::isPresent);
        } finally {
            lock.unlock();
        }
        return away;
    }

    /**
     * Lays something ready and waits for the answer.
     *
     * @return empty when nobody came for it, or whoever came did not answer
     */
    public Optional<byte[]> offer(NodeId target, PullContent content) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            PullLease lease = new PullLease(ids.next(), target, content, lock.newCondition(), clock.instant());
            Box box = box(target);
            leases.put(lease.id(), lease);
            box.ready.add(lease);
            box.filled.signalAll();
            try {
                await(lease);
            } finally {
                box.ready.remove(lease);
                leases.remove(lease.id());
            }
            return lease.answer();
        } finally {
            lock.unlock();
        }
    }

    /** The clock may be set meanwhile, so it is looked at every second. */
    private void await(PullLease lease) throws InterruptedException {
        long pause = LOOK_AGAIN.toNanos();
        while (!closed && lease.isOpen(clock.instant())) {
            long left = lease.settled().awaitNanos(pause);
            pause = left > 0 ? left : LOOK_AGAIN.toNanos();
        }
    }

    private Box box(NodeId node) {
        return boxes.computeIfAbsent(node, _ -> new Box(lock.newCondition()));
    }

    /**
     * Hands out the next thing that is for the node; waits for one.
     *
     * @param large whether it may be a large parcel
     * @param fresh the node knows of nothing that it has fetched before: it was started again
     */
    public Poll take(NodeId peer, Duration wait, boolean large, boolean fresh) throws InterruptedException {
        if (arrive(peer, fresh)) {
            events.publishEvent(new PullerArrived(peer));
        }
        lock.lockInterruptibly();
        try {
            Box box = box(peer);
            if (box.polls >= MOST_POLLS || polls >= MOST_POLLS_OF_ALL) {
                return new Poll.Crowded();
            }
            box.polls++;
            polls++;
            try {
                return next(box, wait, large);
            } finally {
                box.polls--;
                polls--;
                box.lastPoll = clock.instant();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the node is here; returns whether it had been away. */
    private boolean arrive(NodeId peer, boolean fresh) {
        lock.lock();
        try {
            boolean away = !isPresent(peer);
            box(peer).lastPoll = clock.instant();
            if (fresh) {
                leases.values().stream()
                        .filter(lease -> lease.target().equals(peer) && lease.isFetched())
                        .forEach(PullLease::end);
            }
            return away || fresh;
        } finally {
            lock.unlock();
        }
    }

    private Poll next(Box box, Duration wait, boolean large) throws InterruptedException {
        long left = wait.toNanos();
        while (true) {
            Instant now = clock.instant();
            Optional<PullLease> found = box.ready.stream()
                    .filter(lease -> lease.isOpen(now) && (large || !(lease.content() instanceof PullContent.Large)))
                    .min(URGENT_FIRST);
            if (found.isPresent()) {
                box.ready.remove(found.get());
                found.get().fetch(now);
                return new Poll.Given(found.get());
            }
            if (left <= 0 || closed) {
                return new Poll.Nothing();
            }
            left = box.filled.awaitNanos(left);
        }
    }

    /** What the node has fetched under that name; empty when it is not, or no longer, its own. */
    public Optional<PullLease> lease(NodeId peer, UUID id) {
        lock.lock();
        try {
            Instant now = clock.instant();
            return Optional.ofNullable(leases.get(id))
                    .filter(lease -> lease.target().equals(peer) && lease.isFetched() && lease.isOpen(now));
        } finally {
            lock.unlock();
        }
    }

    /** The holder is still at it; false when the lease has ended. */
    public boolean renew(NodeId peer, UUID id) {
        Optional<PullLease> lease = lease(peer, id);
        lease.ifPresent(held -> {
            held.content().renewed();
            lock.lock();
            try {
                held.renew(clock.instant());
            } finally {
                lock.unlock();
            }
        });
        return lease.isPresent();
    }

    /** Takes the holder's answer; false when the lease has ended, and with it the matter. */
    public boolean answer(NodeId peer, UUID id, byte[] octets) {
        lock.lock();
        try {
            Optional<PullLease> lease = lease(peer, id);
            lease.ifPresent(held -> held.answer(octets));
            return lease.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** The holder gives it back unanswered; false when the lease has ended already. */
    public boolean giveBack(NodeId peer, UUID id) {
        lock.lock();
        try {
            Optional<PullLease> lease = lease(peer, id);
            lease.ifPresent(PullLease::end);
            return lease.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Lets everybody go, so that nobody is waited for at the end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        lock.lock();
        try {
            closed = true;
            boxes.values().forEach(box -> box.filled.signalAll());
            leases.values().forEach(PullLease::end);
        } finally {
            lock.unlock();
        }
    }
}
