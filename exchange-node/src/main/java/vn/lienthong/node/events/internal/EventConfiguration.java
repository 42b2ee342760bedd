package vn.lienthong.node.events.internal;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/** When events get their places, and when they are forgotten. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class EventConfiguration {

    static final String SEQUENCING = "eventSequencing";

    /** What another program of the installation wrote or placed is noticed after this time at the latest. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int BATCH = 5000;

    @Bean(SEQUENCING)
    Rounds eventSequencing(Sequencer sequencer) {
        return Rounds.untilDone("event-sequencing", LOOK, sequencer::round);
    }

    @Bean
    Rounds eventKeyWatch(KeyWatch watch) {
        return Rounds.afterPause("event-key-watch", Duration.ofHours(1), watch::round);
    }

    @Bean
    Rounds eventForgetting(EventRows rows, InstantSource clock) {
        return Rounds.untilDone(
                "event-forgetting",
                Duration.ofHours(1),
                () -> rows.forget(clock.instant().minus(KEPT), BATCH) == BATCH);
    }
}
