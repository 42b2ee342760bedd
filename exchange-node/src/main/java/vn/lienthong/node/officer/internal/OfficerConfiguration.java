package vn.lienthong.node.officer.internal;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.lienthong.node.audit.Actor;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.web.NavigationItem;
import vn.lienthong.node.web.PageAccess;

/** Who may open the pages of the desk, and where they stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class OfficerConfiguration {

    /** In place of an officer's log-in name. */
    private static final String BY_ITSELF = "system";

    @Bean
    PageAccess officerAccess() {
        return rules -> rules.requestMatchers("/events/**", "/access")
                .hasAuthority(Permission.READ_EVENTS.authority())
                .requestMatchers("/integrity/**")
                .hasAuthority(Permission.VERIFY_LOG.authority())
                .requestMatchers("/alerts/**")
                .hasAuthority(Permission.HANDLE_ALERTS.authority())
                .requestMatchers("/exports/**", "/dossiers/**")
                .hasAuthority(Permission.EXPORT_EVENTS.authority())
                .requestMatchers("/retention/**")
                .hasAuthority(Permission.MANAGE_RETENTION.authority());
    }

    @Bean
    Rounds nightlyVerification(ReportTable reports, VerificationJob job, InstantSource clock) {
        NightlyVerification nightly = new NightlyVerification(
                () -> reports.last(1).stream().map(ReportTable.Kept::endedAt).findFirst(),
                () -> {
                    // Nothing to do when an officer's own run is going on.
                    boolean _ = job.begin(BY_ITSELF, Actor.system());
                },
                clock);
        return Rounds.afterPause("nightly-verification", Duration.ofMinutes(10), nightly::round);
    }

    @Bean
    NavigationItem eventsItem() {
        return new NavigationItem("events", "/events", "officer.nav.events", 10, Permission.READ_EVENTS);
    }

    @Bean
    NavigationItem accessItem() {
        return new NavigationItem("access", "/access", "officer.nav.access", 20, Permission.READ_EVENTS);
    }

    @Bean
    NavigationItem integrityItem() {
        return new NavigationItem("integrity", "/integrity", "officer.nav.integrity", 30, Permission.VERIFY_LOG);
    }

    @Bean
    NavigationItem alertsItem() {
        return new NavigationItem("alerts", "/alerts", "officer.nav.alerts", 40, Permission.HANDLE_ALERTS);
    }

    @Bean
    NavigationItem exportsItem() {
        return new NavigationItem("exports", "/exports", "officer.nav.exports", 50, Permission.EXPORT_EVENTS);
    }

    @Bean
    NavigationItem retentionItem() {
        return new NavigationItem("retention", "/retention", "officer.nav.retention", 60, Permission.MANAGE_RETENTION);
    }

    @Bean
    NavigationItem dossiersItem() {
        return new NavigationItem("dossiers", "/dossiers", "officer.nav.dossiers", 70, Permission.EXPORT_EVENTS);
    }
}
