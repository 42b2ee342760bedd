package vn.lienthong.node.notification.internal.live;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for signals once a second, keeps connections alive, and ends all streams first when the program stops. */
@Component
class LiveClockwork implements SmartLifecycle {
    private static final int BEAT_SECONDS = 20;
    private static final int FORGET_SECONDS = 60;

    private final SignalTable signals;
    private final LiveStreams streams;
    private ScheduledExecutorService clockwork = clockwork();
    private volatile boolean running;

    LiveClockwork(SignalTable signals, LiveStreams streams) {
        this.signals = signals;
        this.streams = streams;
    }

    private static ScheduledExecutorService clockwork() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("live-events").daemon().factory());
    }

    @Override
    public void start() {
        if (clockwork.isShutdown()) {
            clockwork = clockwork();
        }
        running = true;
        var _ = clockwork.scheduleWithFixedDelay(signals::look, 1, 1, TimeUnit.SECONDS);
        var _ = clockwork.scheduleWithFixedDelay(streams::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        var _ = clockwork.scheduleWithFixedDelay(signals::forget, FORGET_SECONDS, FORGET_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        clockwork.shutdown();
        streams.endAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which would wait for the open streams. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
