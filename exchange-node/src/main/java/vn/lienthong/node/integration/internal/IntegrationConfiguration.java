package vn.lienthong.node.integration.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NavigationItem;
import vn.lienthong.node.web.PageAccess;

/** Who may open the pages, and where they stand in the navigation. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class IntegrationConfiguration {

    static final String PATH = "/integration";

    @Bean
    PageAccess integrationAccess() {
        return rules -> rules.requestMatchers(PATH, PATH + "/**").hasAuthority(Permission.MANAGE_PROGRAMS.authority());
    }

    @Bean
    NavigationItem integrationItem() {
        return new NavigationItem("integration", PATH, "integration.nav", 92, Permission.MANAGE_PROGRAMS);
    }
}
