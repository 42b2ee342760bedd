package vn.lienthong.node.outgoing.internal.tracking;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/** When departures become records, and when those under way are looked at. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class TrackingRounds {

    @Bean
    Rounds outgoingRecords(DepartureKeeper keeper) {
        return Rounds.untilDone("outgoing-records", Duration.ofSeconds(1), keeper::keepNext);
    }

    @Bean
    Rounds outgoingWay(WayWatch watch) {
        return Rounds.of("outgoing-way", Duration.ofSeconds(2), watch::look);
    }
}
