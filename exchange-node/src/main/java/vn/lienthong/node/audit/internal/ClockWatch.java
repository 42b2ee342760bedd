package vn.lienthong.node.audit.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.lienthong.node.audit.AuditTrail;
import vn.lienthong.node.audit.EventKind;
import vn.lienthong.node.audit.SecurityEvent;

/** Notices when the clock of the machine was set: it then moved otherwise than the time that really went by. */
@Component
class ClockWatch implements Round {

    private static final Duration TOLERATED = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final LongSupplier ticks;
    private final AuditTrail trail;
    private Instant lastTime;
    private long lastTick;

    @Autowired
    ClockWatch(InstantSource clock, AuditTrail trail) {
        this(clock, System::nanoTime, trail);
    }

    ClockWatch(InstantSource clock, LongSupplier ticks, AuditTrail trail) {
        this.clock = clock;
        this.ticks = ticks;
        this.trail = trail;
        this.lastTime = clock.instant();
        this.lastTick = ticks.getAsLong();
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        jump().ifPresent(trail::recordNow);
    }

    /** The jump since the last call, if there was one. */
    Optional<SecurityEvent> jump() {
        Instant before = lastTime;
        Instant now = clock.instant();
        long tick = ticks.getAsLong();
        Duration jump = Duration.between(before, now).minusNanos(tick - lastTick);
        lastTime = now;
        lastTick = tick;
        return jump.abs().compareTo(TOLERATED) <= 0
                ? Optional.empty()
                : Optional.of(SecurityEvent.of(EventKind.CLOCK_JUMP)
                        .with("from", Times.text(before))
                        .with("to", Times.text(now))
                        .with("byMillis", jump.toMillis()));
    }
}
