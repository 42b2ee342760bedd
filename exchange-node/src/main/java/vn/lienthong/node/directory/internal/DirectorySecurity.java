package vn.lienthong.node.directory.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.identity.SecurityChainOrder;
import vn.lienthong.node.keys.PeerIdentity;
import vn.lienthong.node.keys.UnlistedPeer;

/** Who may come in: to the exchange paths listed nodes only, to the directory's public paths everybody. */
@Configuration(proxyBeanMethods = false)
class DirectorySecurity {

    private static final int PUBLIC_DIRECTORY = SecurityChainOrder.EXCHANGE + 50;

    @Bean
    @Order(SecurityChainOrder.EXCHANGE)
    SecurityFilterChain exchangeChain(HttpSecurity http, PeerIdentity peers, ApplicationEventPublisher events) {
        return stateless(http.securityMatcher("/exchange/**"))
                .addFilterBefore(new ListedNodesOnly(peers, events), AnonymousAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(PUBLIC_DIRECTORY)
    SecurityFilterChain publicDirectoryChain(HttpSecurity http) {
        return stateless(http.securityMatcher("/directory/v1/**", "/tsa")).build();
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    }

    /** Asks for each request anew: a revoked node is out also on a connection that it opened before. */
    private static final class ListedNodesOnly extends OncePerRequestFilter {

        private static final Logger LOG = LoggerFactory.getLogger(ListedNodesOnly.class);

        private final PeerIdentity peers;
        private final ApplicationEventPublisher events;

        ListedNodesOnly(PeerIdentity peers, ApplicationEventPublisher events) {
            this.peers = peers;
            this.events = events;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (peers.of(request).isPresent()) {
                chain.doFilter(request, response);
                return;
            }
            LOG.warn(
                    "refused a request of a certificate that is not or no longer listed, from {}",
                    request.getRemoteAddr());
            events.publishEvent(UnlistedPeer.of(request));
            ErrorCode code = ErrorCode.NODE_NOT_AUTHENTICATED;
            response.setStatus(code.httpStatus());
            response.setContentType("application/problem+json");
            response.getOutputStream()
                    .write(("{\"type\":\"/problems/" + code.code() + "\",\"title\":\"" + code.vietnamese()
                                    + "\",\"status\":" + code.httpStatus() + ",\"code\":\"" + code.code() + "\"}")
                            .getBytes(StandardCharsets.UTF_8));
        }
    }
}
