package vn.lienthong.node.delivery.internal.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.node.delivery.internal.transport.Carried;
import vn.lienthong.node.delivery.internal.transport.ClaimedShipment;
import vn.lienthong.node.delivery.internal.transport.NodeCarriers;
import vn.lienthong.node.platform.CrashPoints;
import vn.lienthong.node.platform.InNodeRole;

/** Carries the shipments of a queue, batch after batch, and records what came of them. */
@InNodeRole
@Component
class ShipmentWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ShipmentWorker.class);

    /** Requests under way at once, over all nodes: bounds memory, as each holds a batch. */
    private static final int MOST_REQUESTS = 16;

    /** What lies ready for nodes that fetch it, over all of them: costs the envelopes in memory, no payloads. */
    private static final int MOST_OFFERS = 256;

    /** A database that was restarted is back by then; it is far less than the lease. */
    private static final int RECORD_TRIES = 12;

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final int LONGEST_PAUSE = 7;

    private final NodeCarriers carriers;
    private final AnswerJudge judge;
    private final ShipmentCompletion completion;
    private final ShipmentClaims claims;
    private final PeerGate gate;
    private final CrashPoints crashPoints;
    private final InstantSource clock;
    private final Semaphore requests = new Semaphore(MOST_REQUESTS, true);
    private final Semaphore offers = new Semaphore(MOST_OFFERS, true);
    private final Phaser busy = new Phaser(1);

    ShipmentWorker(
            NodeCarriers carriers,
            AnswerJudge judge,
            ShipmentCompletion completion,
            ShipmentClaims claims,
            PeerGate gate,
            CrashPoints crashPoints,
            InstantSource clock) {
        this.carriers = carriers;
        this.judge = judge;
        this.completion = completion;
        this.claims = claims;
        this.gate = gate;
        this.crashPoints = crashPoints;
        this.clock = clock;
    }

    /**
     * Starts one more worker for the queue.
     *
     * @param dueAt told when something was postponed
     * @param room told when the queue may take more
     */
    void start(ShipmentQueue queue, Consumer<Instant> dueAt, Runnable room) {
        busy.register();
        Thread.ofVirtual().name("carry-" + queue.target()).start(() -> {
            try {
                run(queue, dueAt, room);
            } finally {
                busy.arriveAndDeregister();
            }
        });
    }

    /** Waits until no worker runs. */
    boolean awaitIdle(Duration limit) throws InterruptedException {
        try {
            int phase = busy.arrive();
            busy.awaitAdvanceInterruptibly(phase, limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private void run(ShipmentQueue queue, Consumer<Instant> dueAt, Runnable room) {
        boolean orderly = false;
        try {
            for (List<ClaimedShipment> batch = queue.takeBatch(); !batch.isEmpty(); batch = queue.takeBatch()) {
                room.run();
                carryAndLetGo(queue, batch, dueAt);
            }
            orderly = true;
        } finally {
            if (!orderly) {
                queue.workerLost();
            }
            room.run();
        }
    }

    private void carryAndLetGo(ShipmentQueue queue, List<ClaimedShipment> batch, Consumer<Instant> dueAt) {
        try {
            carry(queue, batch, dueAt);
        } finally {
            claims.letGo(batch);
        }
    }

    private void carry(ShipmentQueue queue, List<ClaimedShipment> batch, Consumer<Instant> dueAt) {
        Instant now = clock.instant();
        List<ClaimedShipment> late = batch.stream()
                .filter(shipment -> !shipment.expiresAt().isAfter(now))
                .toList();
        late.forEach(this::expire);
        List<ClaimedShipment> inTime = batch.stream()
                .filter(shipment -> shipment.expiresAt().isAfter(now))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Carried> barred = judge.barred(queue.target(), inTime, now);
        if (!barred.isEmpty()) {
            record(barred.stream().map(judge::judge).toList(), dueAt);
            inTime.removeAll(barred.stream().map(Carried::shipment).toList());
        }
        if (!inTime.isEmpty()) {
            List<Carried> carried =
                    gate.pass(queue.target()) ? send(queue, inTime) : unanswered(inTime, now, ErrorCode.UNAVAILABLE);
            crashPoints.reach("delivery.answer-received");
            List<Verdict> verdicts = carried.stream().map(judge::judge).toList();
            record(verdicts, dueAt);
            crashPoints.reach("delivery.answer-recorded");
        }
    }

    private void expire(ClaimedShipment shipment) {
        try {
            completion.expire(shipment);
        } catch (DataAccessException | TransactionException e) {
            // The claim runs out by itself; whoever takes it next finds that the time is over.
            LOG.warn(
                    "Cannot give up parcel {} now: {}",
                    shipment.parcelId(),
                    e.getClass().getSimpleName());
        }
    }

    private List<Carried> send(ShipmentQueue queue, List<ClaimedShipment> batch) {
        Semaphore places = carriers.isPulled(queue.target()) ? offers : requests;
        places.acquireUninterruptibly();
        try {
            List<Carried> carried =
                    carriers.to(queue.target(), queue.lane(), this::heartbeat).carry(queue.target(), batch);
            note(queue.target(), carried);
            return carried;
        } catch (RuntimeException hostile) {
            // Whatever the octets of a peer do to the code that reads them: the shipments are tried again, the worker
            // goes on.
            gate.failed(queue.target());
            LOG.error("Carrying {} shipments to {} failed", batch.size(), queue.target(), hostile);
            return unanswered(batch, clock.instant(), ErrorCode.INTERNAL);
        } finally {
            places.release();
        }
    }

    private void heartbeat(ClaimedShipment shipment) {
        claims.renew(shipment, clock.instant());
    }

    private void note(NodeId target, List<Carried> carried) {
        boolean answered = carried.stream().anyMatch(Carried.Answered.class::isInstance);
        if (answered) {
            gate.answered(target);
        } else {
            gate.failed(target);
            LOG.warn("Node {} does not answer; {} shipments wait", target, carried.size());
        }
    }

    private static List<Carried> unanswered(List<ClaimedShipment> batch, Instant now, ErrorCode code) {
        Carried.Trip none = new Carried.Trip(now, now, 0, 0, 0);
        return batch.stream()
                .<Carried>map(shipment -> new Carried.Unanswered(shipment, none, code))
                .toList();
    }

    private void record(List<Verdict> verdicts, Consumer<Instant> dueAt) {
        for (int i = 1; i <= RECORD_TRIES; i++) {
            try {
                completion.record(verdicts);
                announce(verdicts, dueAt);
                return;
            } catch (DataAccessException | TransactionException e) {
                // Deadlocks are told to try again; when the database stays away the lease ends and the receiver, asked
                // once more, answers with the stored evidence.
                LOG.warn(
                        "Cannot record {} answers, try {}: {}",
                        verdicts.size(),
                        i,
                        e.getClass().getSimpleName());
            }
            if (!paused(i)) {
                return;
            }
        }
    }

    private static boolean paused(int tries) {
        try {
            Thread.sleep(FIRST_PAUSE_MILLIS << Math.min(tries, LONGEST_PAUSE));
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void announce(List<Verdict> verdicts, Consumer<Instant> dueAt) {
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Postponed postponed) {
                dueAt.accept(clock.instant().plus(postponed.pause()));
            }
        }
    }
}
