package vn.lienthong.node.identity.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.PlatformProperties;
import vn.lienthong.node.platform.Rounds;

/** What the emergency entry does by itself: it takes new credentials, and it shuts. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class BreakGlassConfiguration {
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final Duration ROUND = Duration.ofSeconds(15);

    @Bean
    Rounds breakGlassOrders(StoredBreakGlass entry, PlatformProperties platform) {
        BreakGlassDesk desk = new BreakGlassDesk(platform.data());
        return Rounds.of("break-glass-orders", GLANCE, () -> desk.serve(entry::drawn));
    }

    @Bean
    Rounds breakGlassEnds(StoredBreakGlass entry) {
        return Rounds.of("break-glass-ends", ROUND, entry::upkeep);
    }
}
