package vn.lienthong.node.incoming.internal.record;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/** When arrivals become records. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class RecordRounds {

    @Bean
    Rounds incomingRecords(ArrivalKeeper keeper) {
        return Rounds.untilDone("incoming-records", Duration.ofMillis(500), keeper::keepNext);
    }
}
