package vn.lienthong.node.log.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import vn.lienthong.node.identity.SecurityChainOrder;

/** The published log and the door of the witness are open to everybody: what they take and give is signed. */
@Configuration(proxyBeanMethods = false)
class LogSecurity {

    private static final int PUBLIC_LOG = SecurityChainOrder.EXCHANGE + 60;

    @Bean
    @Order(PUBLIC_LOG)
    SecurityFilterChain publicLogChain(HttpSecurity http) {
        return http.securityMatcher("/log/**", "/witness/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
