package vn.lienthong.node.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Primary;

/** A clock that starts at the true time and runs on; a test may move it forward, never back. */
@Primary
public final class RunningClock extends SettableClock {

    private final long started = System.nanoTime();

    /** A clock that shows the true time. */
    public RunningClock() {
        super(InstantSource.system().instant());
    }

    @Override
    public Instant instant() {
        Duration since = Duration.ofNanos(System.nanoTime() - started);
        return super.instant().plus(since).truncatedTo(ChronoUnit.MILLIS);
    }
}
