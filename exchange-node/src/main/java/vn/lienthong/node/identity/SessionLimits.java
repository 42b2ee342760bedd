package vn.lienthong.node.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code lienthong.session}: how long a session of a person lasts.
 *
 * @param idle after so long without doing anything it ends; 5 minutes to 8 hours
 * @param longest after so long it ends however busy it was; 10 minutes to 24 hours, not shorter than {@code idle}
 * @param most so many a person has at the same time, 1 to 100; a further one ends the oldest
 */
@ConfigurationProperties("lienthong.session")
public record SessionLimits(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("10") int most) {
    private static final Duration LEAST_IDLE = Duration.ofMinutes(5);
    private static final Duration MOST_IDLE = Duration.ofHours(8);
    private static final Duration LEAST = Duration.ofMinutes(10);
    private static final Duration MOST = Duration.ofHours(24);
    private static final int MOST_SESSIONS = 100;

    /** Refuses limits that would keep people out or screens open for ever. */
    public SessionLimits {
        require(idle, LEAST_IDLE, MOST_IDLE, "lienthong.session.idle: 5m to 8h");
        require(longest, LEAST, MOST, "lienthong.session.longest: 10m to 24h");
        if (longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException("lienthong.session.longest is shorter than lienthong.session.idle");
        }
        if (most < 1 || most > MOST_SESSIONS) {
            throw new IllegalArgumentException("lienthong.session.most: 1 to " + MOST_SESSIONS);
        }
    }

    private static void require(Duration value, Duration least, Duration most, String rule) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(rule);
        }
    }
}
