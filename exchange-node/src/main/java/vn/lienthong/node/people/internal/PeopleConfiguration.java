package vn.lienthong.node.people.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.web.NavigationItem;
import vn.lienthong.node.web.PageAccess;

/** Who may open the pages, and where they stand in the navigation. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {
    private static final Duration ROUND = Duration.ofMinutes(30);
    static final String SECTION = "people";
    static final String RIGHTS = "/people/rights";
    static final String CLEARANCES = "/people/clearances";

    @Bean
    PageAccess peopleAccess() {
        String[] lookers = {Permission.MANAGE_ACCOUNTS.authority(), Permission.REVIEW_ACCESS.authority()};
        String[] clearers = {Permission.PROPOSE_CLEARANCES.authority(), Permission.CONFIRM_CLEARANCES.authority()};
        return rules -> rules.requestMatchers(InvitationPages.PAGE)
                .permitAll()
                .requestMatchers(HttpMethod.GET, RIGHTS)
                .hasAnyAuthority(lookers)
                .requestMatchers(RIGHTS + "/**", "/people/roles/**", "/people/life/**")
                .hasAuthority(Permission.MANAGE_ACCOUNTS.authority())
                .requestMatchers(
                        "/people/reviews", "/people/reviews/**", BreakGlassReviews.LIST, BreakGlassReviews.LIST + "/**")
                .hasAuthority(Permission.REVIEW_ACCESS.authority())
                .requestMatchers(HttpMethod.POST, CLEARANCES)
                .hasAuthority(Permission.PROPOSE_CLEARANCES.authority())
                .requestMatchers(CLEARANCES, CLEARANCES + "/**")
                .hasAnyAuthority(clearers)
                .requestMatchers("/people/**")
                .denyAll();
    }

    @Bean
    NavigationItem rightsItem() {
        return new NavigationItem(SECTION, RIGHTS, "people.nav", 80, Permission.REVIEW_ACCESS);
    }

    @Bean
    NavigationItem rightsOfAccountsItem() {
        return new NavigationItem(SECTION, RIGHTS, "people.nav", 91, Permission.MANAGE_ACCOUNTS);
    }

    @Bean
    Rounds reviewReminders(ReviewReminders reminders) {
        return Rounds.afterPause("review-reminders", ROUND, reminders::round);
    }
}
