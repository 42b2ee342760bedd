package vn.lienthong.node.incoming.internal.check;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;

/** When arrivals are checked. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class CheckRounds {

    @Bean
    Rounds incomingChecks(Checks checks) {
        return Rounds.untilDone("incoming-checks", Duration.ofSeconds(1), checks::checkNext);
    }
}
