package vn.lienthong.node.training.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InTraining;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.web.PageAccess;

/** Who may open the pages, and how time passes for the simulated agencies. */
@InTraining
@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

    @Bean
    Rounds trainingRounds(Clockwork clockwork) {
        return Rounds.afterPause("training", Duration.ofMillis(500), clockwork::round);
    }

    @Bean
    PageAccess trainingAccess() {
        return rules ->
                rules.requestMatchers("/training", "/training/**").hasAuthority(Permission.READ_DOCUMENTS.authority());
    }
}
