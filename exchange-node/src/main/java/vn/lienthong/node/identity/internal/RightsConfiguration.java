package vn.lienthong.node.identity.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.platform.Rounds;

/** What happens to rights as time goes by. */
@Configuration(proxyBeanMethods = false)
class RightsConfiguration {
    @Bean
    Rounds clearancesThatRunOut(StoredClearances clearances) {
        return Rounds.of("clearances-run-out", Duration.ofMinutes(5), () -> {
            var _ = clearances.endWhatRanOut();
        });
    }

    @Bean
    Rounds accountsThatEnd(StoredAccountLife life) {
        return Rounds.afterPause("accounts-end", Duration.ofMinutes(10), life::upkeep);
    }
}
