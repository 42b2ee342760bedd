package vn.lienthong.node.soap.internal.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import vn.lienthong.node.identity.SecurityChainOrder;
import vn.lienthong.node.platform.InNodeRole;

/** {@code /soap/**}: no session, no cookie. Who calls stands in the message, so the door itself asks, before it does anything. */
@InNodeRole
@Configuration(proxyBeanMethods = false)
class SoapSecurity {

    @Bean
    @Order(SecurityChainOrder.SOAP)
    SecurityFilterChain soapChain(HttpSecurity http) {
        return http.securityMatcher("/soap/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
