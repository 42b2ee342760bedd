package vn.lienthong.node.calendar.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.web.NavigationItem;
import vn.lienthong.node.web.PageAccess;

/** Who may open the pages of working time, and where they stand in the navigation. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    PageAccess calendarAccess() {
        return rules -> rules.requestMatchers("/calendar/**").hasAuthority(Permission.MANAGE_CALENDAR.authority());
    }

    @Bean
    NavigationItem calendarItem() {
        return new NavigationItem("calendar", "/calendar", "calendar.nav", 95, Permission.MANAGE_CALENDAR);
    }
}
