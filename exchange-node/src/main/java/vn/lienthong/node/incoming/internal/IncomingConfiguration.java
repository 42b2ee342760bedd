package vn.lienthong.node.incoming.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NavigationItem;
import vn.lienthong.node.web.PageAccess;
import vn.lienthong.node.web.SyncState;

/** Who may open the pages, where they stand in the navigation, and how well this node is connected. */
@Configuration(proxyBeanMethods = false)
@InNodeRole
class IncomingConfiguration {

    private static final Duration TOO_LONG = Duration.ofMinutes(15);

    @Bean
    PageAccess incomingAccess() {
        return rules -> rules.requestMatchers(
                        "/incoming",
                        "/incoming/**",
                        "/tasks",
                        "/tasks/**",
                        "/opinions",
                        "/delegations",
                        "/delegations/**",
                        "/my-unit",
                        "/units",
                        "/units/**")
                .hasAuthority(Permission.READ_DOCUMENTS.authority());
    }

    @Bean
    NavigationItem incomingItem() {
        return new NavigationItem("incoming", "/incoming", "incoming.title", 10, Permission.READ_DOCUMENTS);
    }

    @Bean
    SyncState syncState(DirectoryView directory, InstantSource clock) {
        return new SyncState() {
            @Override
            public Instant at() {
                return directory.refreshedAt();
            }

            @Override
            public boolean good() {
                return directory.refreshedAt().plus(TOO_LONG).isAfter(clock.instant());
            }
        };
    }
}
