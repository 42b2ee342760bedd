package vn.lienthong.node.ceremony.internal;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.web.NavigationBadge;
import vn.lienthong.node.web.NavigationItem;
import vn.lienthong.node.web.PageAccess;

/** Who may open the pages, where they stand, and what goes on by itself. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class CeremonyConfiguration {

    static final String PATH = "/keys";

    private static final String SECTION = "keys";
    private static final Logger LOG = LoggerFactory.getLogger(CeremonyConfiguration.class);
    private static final Duration CARRY_OUT = Duration.ofSeconds(20);
    private static final Duration WATCH = Duration.ofHours(1);

    @Bean
    PageAccess keysAccess() {
        return rules -> rules.requestMatchers(PATH, PATH + "/**").hasAuthority(Permission.MANAGE_KEYS.authority());
    }

    @Bean
    NavigationItem keysItem() {
        return new NavigationItem(SECTION, PATH, "ceremony.nav", 93, Permission.MANAGE_KEYS);
    }

    /** How many certificates end soon. */
    @Bean
    NavigationBadge keysBadge(EndingCertificates ending) {
        return new NavigationBadge() {
            @Override
            public String section() {
                return SECTION;
            }

            @Override
            public int number(Person viewer) {
                return Math.min(ending.known().size(), MOST + 1);
            }
        };
    }

    @Bean
    Rounds keyCeremonies(KeyCeremonies ceremonies) {
        return Rounds.afterPause("key-ceremonies", CARRY_OUT, ceremonies::carryOut);
    }

    @Bean
    Rounds endingCertificates(EndingCertificates ending) {
        return Rounds.afterPause(
                "ending-certificates", WATCH, () -> LOG.debug("{} warnings about certificates", ending.round()));
    }
}
