package vn.lienthong.node.delivery.internal.pulling;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import vn.lienthong.node.delivery.internal.pulling.PullSchedule.Outcome;
import vn.lienthong.node.delivery.internal.pulling.PullSchedule.Turn;
import vn.lienthong.node.delivery.internal.transport.PullingNodes;
import vn.lienthong.node.keys.NodeKeys;
import vn.lienthong.node.platform.InNodeRole;

/** Fetches what lies ready at other nodes, as long as the directory says that they cannot connect to this one. */
@Component
@InNodeRole
class PullLoop implements SmartLifecycle {

    /** Requests under way at once. */
    static final int WORKERS = 64;

    private static final Logger LOG = LoggerFactory.getLogger(PullLoop.class);
    private static final long LOOK_MILLIS = 1000;
    private static final long IDLE_MILLIS = 200;

    private final PullingNodes nodes;
    private final NodeKeys keys;
    private final PullRound round;
    private final PullSchedule schedule;
    private final AtomicInteger workers = new AtomicInteger();
    private volatile CountDownLatch stopped = new CountDownLatch(0);

    PullLoop(PullingNodes nodes, NodeKeys keys, PullRound round, InstantSource clock) {
        this.nodes = nodes;
        this.keys = keys;
        this.round = round;
        this.schedule = new PullSchedule(WORKERS, clock);
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        stopped = end;
        Thread.ofVirtual().name("pull-watch").start(() -> watch(end));
    }

    /** Keeps as many workers as there are sources, within bounds; none when this node can be reached. */
    private void watch(CountDownLatch end) {
        try {
            do {
                boolean pulls = nodes.contains(keys.nodeId());
                schedule.become(pulls ? nodes.sourcesFor(keys.nodeId()) : Set.of());
                while (workers.get() < Math.min(WORKERS, schedule.size())) {
                    workers.incrementAndGet();
                    Thread.ofVirtual().name("pull-" + workers.get()).start(() -> work(end));
                }
            } while (!end.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(CountDownLatch end) {
        try {
            boolean running = true;
            while (running && schedule.size() > 0) {
                Optional<Turn> turn = schedule.next();
                if (turn.isPresent()) {
                    perform(turn.get());
                }
                running = !end.await(turn.isPresent() ? 0 : IDLE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            workers.decrementAndGet();
        }
    }

    private void perform(Turn turn) throws InterruptedException {
        Outcome outcome = Outcome.FAILED;
        try {
            outcome = round.run(turn);
        } catch (DataAccessException | TransactionException e) {
            // The lease is given back or ends; what lies there comes again.
            LOG.atWarn().addKeyValue("peer", turn.node()).setCause(e).log("what was fetched could not be kept");
        } finally {
            schedule.done(turn, outcome);
        }
    }

    /** Requests under way end by themselves: they only wait, or their lease ends. */
    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }
}
