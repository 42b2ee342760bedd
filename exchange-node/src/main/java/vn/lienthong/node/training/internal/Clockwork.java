package vn.lienthong.node.training.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InTraining;

/** Lets time pass for the simulated agencies. */
@Component
@InTraining
class Clockwork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Responder responder;
    private final Hearing hearing;
    private final Lessons lessons;
    private ScheduledExecutorService clockwork = clockwork();
    private volatile boolean running;

    Clockwork(ActStore store, Performer performer, Hearing hearing, Lessons lessons, InstantSource clock) {
        this.responder = new Responder(store, performer, clock);
        this.hearing = hearing;
        this.lessons = lessons;
    }

    private static ScheduledExecutorService clockwork() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("training").daemon().factory());
    }

    @Override
    public void start() {
        if (clockwork.isShutdown()) {
            clockwork = clockwork();
        }
        running = true;
        long pause = PAUSE.toMillis();
        var _ = clockwork.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            lessons.open();
            hearing.keep();
            responder.round();
        } catch (RuntimeException failed) {
            // The next round tries again; nothing here may end the clockwork.
            LOG.warn("a round of the simulated agencies failed", failed);
        }
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
        try {
            if (!clockwork.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("a round of the simulated agencies did not end in time");
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
