package vn.lienthong.node.sandbox.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.platform.InSandbox;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.training.simulation.ActStore;
import vn.lienthong.node.training.simulation.Responder;
import vn.lienthong.node.training.simulation.SimulatedWork;

/** Lets the sandbox's time pass. */
@InSandbox
@Configuration(proxyBeanMethods = false)
class SandboxConfiguration {

    @Bean
    Rounds sandboxRounds(ActStore store, SimulatedWork work, SandboxClock clock) {
        return Rounds.afterPause("sandbox", Duration.ofMillis(500), new Responder(store, work, clock::instant)::round);
    }
}
