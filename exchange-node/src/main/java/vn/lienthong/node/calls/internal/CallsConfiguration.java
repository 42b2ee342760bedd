package vn.lienthong.node.calls.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.calls.DayVolume;
import vn.lienthong.node.platform.Rounds;

/** When what was counted is written. */
@Configuration(proxyBeanMethods = false)
class CallsConfiguration {

    @Bean
    Rounds dayVolumeRounds(DayVolume volume) {
        return Rounds.afterPause("day-volume", Duration.ofSeconds(1), volume::write);
    }
}
