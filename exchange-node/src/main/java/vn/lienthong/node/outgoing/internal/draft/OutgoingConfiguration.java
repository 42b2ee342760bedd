package vn.lienthong.node.outgoing.internal.draft;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NavigationItem;
import vn.lienthong.node.web.PageAccess;

/** Who may open the pages of outgoing documents, and where they stand in the navigation. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class OutgoingConfiguration {

    private static final String[] CLERKS = {
        "/outgoing/*/edit",
        "/outgoing/*/autosave",
        "/outgoing/*/uploads/**",
        "/outgoing/*/check",
        "/outgoing/*/sign/**",
        "/outgoing/*/discard",
        "/groups/**"
    };

    @Bean
    PageAccess outgoingAccess() {
        return rules -> rules.requestMatchers(CLERKS)
                .hasAuthority(Permission.SEND_DOCUMENTS.authority())
                .requestMatchers(HttpMethod.POST, "/outgoing/export", "/tracking/export")
                .hasAuthority(Permission.READ_DOCUMENTS.authority())
                .requestMatchers(HttpMethod.POST, "/outgoing/**", "/tracking/**")
                .hasAuthority(Permission.SEND_DOCUMENTS.authority())
                .requestMatchers("/outgoing/**", "/tracking/**")
                .hasAuthority(Permission.READ_DOCUMENTS.authority());
    }

    @Bean
    NavigationItem outgoingItem() {
        return new NavigationItem("outgoing", "/outgoing", "outgoing.nav", 20, Permission.READ_DOCUMENTS);
    }

    @Bean
    NavigationItem trackingItem() {
        return new NavigationItem("tracking", "/tracking", "outgoing.nav.tracking", 30, Permission.READ_DOCUMENTS);
    }
}
