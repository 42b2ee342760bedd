package vn.lienthong.node.notification.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NavigationItem;
import vn.lienthong.node.web.PageAccess;

/** Who may open the pages, and where they stand in the navigation. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationProperties.class)
class NotificationConfiguration {
    /** Of the navigation, and topic of its live events. */
    static final String SECTION = "notifications";

    @Bean
    PageAccess notificationAccess() {
        return rules -> rules.requestMatchers("/notifications/**").hasAuthority(Permission.READ_DOCUMENTS.authority());
    }

    @Bean
    NavigationItem notificationItem() {
        return new NavigationItem(SECTION, "/notifications", "notification.nav", 60, Permission.READ_DOCUMENTS);
    }
}
