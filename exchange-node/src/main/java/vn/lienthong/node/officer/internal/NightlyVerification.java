package vn.lienthong.node.officer.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Supplier;
import vn.lienthong.node.web.DateText;

/** Has the whole log verified each night, so that whoever changes it by hand is found without anybody asking. */
final class NightlyVerification {

    private static final LocalTime FROM = LocalTime.of(1, 0);
    private static final LocalTime TO = LocalTime.of(5, 0);
    /** Less than a day, so that a late night is followed by one in time. */
    private static final Duration RECENT = Duration.ofHours(18);

    private final Supplier<Optional<Instant>> last;
    private final Runnable begin;
    private final InstantSource clock;

    /**
     * Verifies at night.
     *
     * @param last when the last verification ended
     * @param begin begins one, unless one is going on
     */
    NightlyVerification(Supplier<Optional<Instant>> last, Runnable begin, InstantSource clock) {
        this.last = last;
        this.begin = begin;
        this.clock = clock;
    }

    /** Begins a verification when it is night and the last one is not of this night. */
    void round() {
        Instant now = clock.instant();
        LocalTime time = now.atZone(DateText.HANOI).toLocalTime();
        boolean isNight = !time.isBefore(FROM) && time.isBefore(TO);
        boolean isDone = last.get().filter(now.minus(RECENT)::isBefore).isPresent();
        if (isNight && !isDone) {
            begin.run();
        }
    }
}
