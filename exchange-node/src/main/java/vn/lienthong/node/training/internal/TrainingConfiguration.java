package vn.lienthong.node.training.internal;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.training.simulation.ActStore;
import vn.lienthong.node.training.simulation.Responder;
import vn.lienthong.node.training.simulation.SimulatedWork;
import vn.lienthong.node.web.PageAccess;

/** Who may open the pages, and how time passes for the simulated agencies. */
@ForTrainees
@Configuration(proxyBeanMethods = false)
class TrainingConfiguration {

    @Bean
    Rounds trainingRounds(ActStore store, SimulatedWork work, Hearing hearing, Lessons lessons, InstantSource clock) {
        Responder responder = new Responder(store, work, clock);
        return Rounds.afterPause("training", Duration.ofMillis(500), () -> {
            lessons.open();
            hearing.keep();
            responder.round();
        });
    }

    @Bean
    PageAccess trainingAccess() {
        return rules ->
                rules.requestMatchers("/training", "/training/**").hasAuthority(Permission.READ_DOCUMENTS.authority());
    }
}
