package vn.lienthong.node.audit.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the regular rounds of this module, one after the other, as long as the program runs. */
@Component
class AuditUpkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditUpkeep.class);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final List<Round> rounds;
    private ScheduledExecutorService clockwork = clockwork();
    private volatile boolean running;

    AuditUpkeep(List<Round> rounds) {
        this.rounds = List.copyOf(rounds);
    }

    private static ScheduledExecutorService clockwork() {
        return Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("audit-upkeep-", 0).daemon().factory());
    }

    @Override
    public void start() {
        if (clockwork.isShutdown()) {
            clockwork = clockwork();
        }
        running = true;
        for (Round round : rounds) {
            long millis = round.every().toMillis();
            var _ = clockwork.scheduleWithFixedDelay(() -> run(round), millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    private static void run(Round round) {
        try {
            round.run();
        } catch (RuntimeException failed) {
            // The next round tries again; nothing here may end the clockwork.
            LOG.warn("a round of the security log failed", failed);
        }
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
        try {
            if (!clockwork.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a round of the security log did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
