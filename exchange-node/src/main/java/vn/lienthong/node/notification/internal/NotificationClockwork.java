package vn.lienthong.node.notification.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.platform.InNodeRole;

/** Sends every other second, looks for deadlines every minute, forgets every hour. */
@InNodeRole
@Component
class NotificationClockwork implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NotificationClockwork.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int SEND_SECONDS = 2;
    private static final int WATCH_SECONDS = 60;

    private final OutboxLoop outbox;
    private final DueWatch deadlines;
    private final JdbcClient database;
    private final InstantSource clock;
    private ScheduledExecutorService clockwork = clockwork();
    private volatile boolean running;

    NotificationClockwork(OutboxLoop outbox, DueWatch deadlines, JdbcClient database, InstantSource clock) {
        this.outbox = outbox;
        this.deadlines = deadlines;
        this.database = database;
        this.clock = clock;
    }

    private static ScheduledExecutorService clockwork() {
        return Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("notification-", 0).daemon().factory());
    }

    @Override
    public void start() {
        if (clockwork.isShutdown()) {
            clockwork = clockwork();
        }
        running = true;
        every(SEND_SECONDS, () -> LOG.trace("{} taken", outbox.round()));
        every(WATCH_SECONDS, () -> LOG.trace("{} deadlines told", deadlines.round()));
        every(Math.toIntExact(Duration.ofHours(1).toSeconds()), this::forget);
    }

    private void every(int seconds, Runnable round) {
        var _ = clockwork.scheduleWithFixedDelay(() -> run(round), seconds, seconds, TimeUnit.SECONDS);
    }

    private static void run(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException failed) {
            // The next round tries again; nothing here may end the clockwork.
            LOG.warn(
                    "a round of the notifications failed: {}", failed.getClass().getSimpleName());
            LOG.debug("a round of the notifications failed", failed);
        }
    }

    private void forget() {
        deadlines.forget(clock.instant().minus(KEPT));
        int gone = database.sql("delete from notification where told_at < ? limit 10000")
                .param(Columns.of(clock.instant().minus(KEPT)))
                .update();
        LOG.trace("{} notifications forgotten", gone);
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
        try {
            if (!clockwork.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a round of the notifications did not end in time");
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
