package vn.lienthong.node;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Time-stamped lines for the person who watches the start. */
final class StartProgress {

    private static final double MILLIS_PER_SECOND = 1000;

    private final PrintWriter out;
    private final Clock clock;

    StartProgress(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    void say(String what) {
        out.println(LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS) + " " + what);
        out.flush();
    }

    void say(String what, Duration took) {
        say(
                took.isZero()
                        ? what
                        : String.format(Locale.ROOT, "%s in %.1f s", what, took.toMillis() / MILLIS_PER_SECOND));
    }
}
