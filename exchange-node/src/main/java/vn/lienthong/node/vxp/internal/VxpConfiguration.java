package vn.lienthong.node.vxp.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.SecurityChainOrder;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.platform.Rounds;
import vn.lienthong.node.web.PageAccess;

/** Settings and the security chain: no session, no cookie; who calls is found out by the signature of each call. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VxpProperties.class)
class VxpConfiguration {

    private static final int GATEWAY = SecurityChainOrder.API + 60;
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(90);

    /** Lets go of what was settled long ago. */
    @Bean
    Rounds gatewayUpkeep(StatementRows statements, ServedRows served, InstantSource clock) {
        return Rounds.untilDone("gateway-upkeep", PAUSE, () -> {
            Instant before = clock.instant().minus(KEPT);
            return statements.forget(before) + served.forget(before) > 0;
        });
    }

    @Bean
    PageAccess gatewayAccess() {
        return rules -> rules.requestMatchers(GatewayPages.PATH, GatewayPages.PATH + "/**")
                .hasAuthority(Permission.MANAGE_PROGRAMS.authority());
    }

    @Bean
    @Order(GATEWAY)
    SecurityFilterChain gatewayChain(HttpSecurity http) {
        return http.securityMatcher("/vxp/**", "/v1/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
