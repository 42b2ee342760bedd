package vn.lienthong.node.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Primary;

/** A clock that stands still until a test moves it. */
@Primary
public class SettableClock implements InstantSource {

    /** Where it starts. */
    public static final Instant START = Instant.parse("2026-11-21T01:15:30.123Z");

    private final AtomicReference<Instant> now;

    /** A clock that shows {@link #START}. */
    public SettableClock() {
        this(START);
    }

    /** A clock that shows this time. */
    public SettableClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves it on. */
    public void advance(Duration step) {
        now.updateAndGet(before -> before.plus(step));
    }
}
