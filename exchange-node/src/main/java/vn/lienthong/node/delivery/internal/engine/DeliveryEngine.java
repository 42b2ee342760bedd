package vn.lienthong.node.delivery.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.core.delivery.Lane;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.internal.submission.ShipmentSignal;
import vn.lienthong.node.delivery.internal.transport.ClaimedShipment;
import vn.lienthong.node.delivery.internal.transport.PullMailbox.PullerArrived;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Carries shipments as soon as they are due. One claimer takes them out of the table and feeds a queue per node and lane;
 * workers carry a queue's shipments in batches. A signal starts it at once; the clock is only asked for what was postponed.
 */
@InNodeRole
@Component
class DeliveryEngine implements SmartLifecycle, ShipmentSignal {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryEngine.class);
    private static final int CLAIM = 200;

    /** The safety net: signals and known due times normally come first. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

    private record QueueName(NodeId target, Lane lane) {}

    private final ShipmentClaims claims;
    private final ShipmentWorker worker;
    private final PeerGate gate;
    private final InstantSource clock;
    private final Map<QueueName, ShipmentQueue> queues = new ConcurrentHashMap<>();
    private final Semaphore signal = new Semaphore(0);

    /** Whether queues were left out of the last claim. */
    private final AtomicBoolean leftOut = new AtomicBoolean();

    private long lookedForAbandoned = System.nanoTime() - LOOK_AGAIN.toNanos();
    private final AtomicReference<Instant> nextDue = new AtomicReference<>(Instant.MAX);
    private volatile boolean running;
    private volatile Thread claimer = Thread.ofVirtual().unstarted(() -> {});

    DeliveryEngine(ShipmentClaims claims, ShipmentWorker worker, PeerGate gate, InstantSource clock) {
        this.claims = claims;
        this.worker = worker;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public void start() {
        int back = claims.takeBackOwn();
        if (back > 0) {
            LOG.info("Going on with {} shipments that were under way when the node stopped", back);
        }
        running = true;
        claimer = Thread.ofVirtual().name("shipment-claimer").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        signal.release();
        try {
            if (claimer.join(Duration.ofSeconds(5)) && worker.awaitIdle(Duration.ofSeconds(8))) {
                int left = claims.takeBackOwn();
                LOG.info("Put back {} shipments", left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void shipmentsWaiting() {
        signal.release();
    }

    /** Gives what waits for a node to it as soon as it comes for it. */
    @EventListener
    void arrived(PullerArrived news) {
        gate.answered(news.node());
        try {
            LOG.debug("{} shipments wait for {}", claims.unpark(news.node(), clock.instant()), news.node());
        } catch (DataAccessException | TransactionException e) {
            // They are due after a while anyway.
            LOG.warn(
                    "Cannot look for what waits for {} now: {}",
                    news.node(),
                    e.getClass().getSimpleName());
        }
        signal.release();
    }

    /** Something will be due then. */
    private void dueAt(Instant time) {
        Instant before = nextDue.getAndAccumulate(time, (one, other) -> one.isBefore(other) ? one : other);
        if (time.isBefore(before)) {
            signal.release();
        }
    }

    private void run() {
        while (running) {
            try {
                boolean more = feed();
                if (!more) {
                    pause();
                }
            } catch (DataAccessException | TransactionException e) {
                // The database is away or busy: nothing is lost, everything is still in the table.
                LOG.warn(
                        "Cannot claim shipments now, trying again: {}",
                        e.getClass().getSimpleName());
                await(AFTER_FAULT);
            }
        }
    }

    /** Claims and hands out; returns whether there may be more that is due already. */
    private boolean feed() {
        Instant now = clock.instant();
        takeBackAbandoned(now);
        ShipmentClaims.Claim claim = claims.claim(now, CLAIM, closed());
        for (ClaimedShipment shipment : claim.shipments()) {
            ShipmentQueue queue = queues.computeIfAbsent(
                    new QueueName(shipment.target(), shipment.lane()),
                    name -> new ShipmentQueue(name.target(), name.lane()));
            if (queue.add(shipment)) {
                worker.start(queue, this::dueAt, this::hasRoom);
            }
        }
        return claim.more();
    }

    /** Looks now and then for claims whose lease has ended, and for those that the database lost. */
    private void takeBackAbandoned(Instant now) {
        long time = System.nanoTime();
        if (time - lookedForAbandoned < LOOK_AGAIN.toNanos()) {
            return;
        }
        lookedForAbandoned = time;
        int abandoned = claims.takeBackAbandoned(now) + claims.takeBackLost(now);
        if (abandoned > 0) {
            LOG.warn("Took back {} shipments that nobody finished", abandoned);
        }
    }

    /** A worker has taken or carried something: worth another claim only when something was left out of the last one. */
    private void hasRoom() {
        if (leftOut.get()) {
            signal.release();
        }
    }

    private List<ShipmentClaims.Closed> closed() {
        List<ShipmentClaims.Closed> closed = new ArrayList<>();
        // Set before looking: who makes room meanwhile must not think that nobody waits for it.
        leftOut.set(true);
        for (ShipmentQueue queue : queues.values()) {
            if (queue.isFull()) {
                closed.add(new ShipmentClaims.Closed(queue.target(), queue.lane()));
            }
        }
        for (NodeId node : gate.closed()) {
            gate.closedUntil(node).ifPresent(this::dueAt);
            for (Lane lane : Lane.values()) {
                closed.add(new ShipmentClaims.Closed(node, lane));
            }
        }
        leftOut.set(!closed.isEmpty());
        return closed;
    }

    private void pause() {
        Duration untilDue = Duration.between(clock.instant(), nextDue.get());
        await(untilDue.compareTo(LOOK_AGAIN) < 0 ? untilDue : LOOK_AGAIN);
        if (!clock.instant().isBefore(nextDue.get())) {
            nextDue.set(Instant.MAX);
        }
    }

    private void await(Duration limit) {
        try {
            if (signal.tryAcquire(Math.max(limit.toMillis(), 1), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }
}
