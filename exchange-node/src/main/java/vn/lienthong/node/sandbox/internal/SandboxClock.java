package vn.lienthong.node.sandbox.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.node.platform.InSandbox;

/** The clock of the simulated agencies: that of the day, moved forward by what the table {@code sandbox_clock} says. */
@Component
@InSandbox
class SandboxClock {

    private final JdbcClient database;
    private final InstantSource clock;

    SandboxClock(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The time for simulated agencies. */
    Instant instant() {
        return clock.instant().plus(ahead());
    }

    private Duration ahead() {
        return database.sql("select ahead_ms from sandbox_clock where id = 1")
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis)
                .orElse(Duration.ZERO);
    }

    /** Moves it forward; steps of several callers add up. */
    void advance(Duration step) {
        int _ = database.sql("insert into sandbox_clock (id, ahead_ms) values (1, ?)"
                        + " on duplicate key update ahead_ms = ahead_ms + values(ahead_ms)")
                .param(step.toMillis())
                .update();
    }

    /** Sets it to the time of the day. */
    void reset() {
        int _ = database.sql("delete from sandbox_clock").update();
    }
}
