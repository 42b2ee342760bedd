package vn.lienthong.node.gateway.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import vn.lienthong.core.error.ErrorCode;
import vn.lienthong.node.audit.KeyAddresses;
import vn.lienthong.node.calls.Repetitions;
import vn.lienthong.node.identity.AccessRefusedException;
import vn.lienthong.node.identity.ApiKeys;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.identity.Refusals;
import vn.lienthong.node.identity.SecurityChainOrder;

/** {@code /api/**}: an API key with every call, no session, no cookie. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private final ApiKeys keys;
    private final Refusals refusals;
    private final ProblemWriter problems;
    private final KeyAddresses addresses;
    private final RateLimits limits;
    private final RepetitionFilter repetition;

    ApiSecurity(
            ApiKeys keys,
            Refusals refusals,
            ProblemWriter problems,
            KeyAddresses addresses,
            RateLimits limits,
            Repetitions repetitions) {
        this.keys = keys;
        this.refusals = refusals;
        this.problems = problems;
        this.addresses = addresses;
        this.limits = limits;
        this.repetition = new RepetitionFilter(repetitions, problems);
    }

    @Bean
    @Order(SecurityChainOrder.API)
    SecurityFilterChain apiChain(HttpSecurity http) {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .addFilterBefore(
                        new ApiKeyFilter(keys, refusals, problems, addresses, limits),
                        AnonymousAuthenticationFilter.class)
                .addFilterAfter(repetition, AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/api/v1/status")
                                .permitAll()
                                .requestMatchers(HttpMethod.OPTIONS, "/api/v1/files")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, _) -> keyMissing(request, response))
                        .accessDeniedHandler(this::denied))
                .build();
    }

    @Bean
    @Order(SecurityChainOrder.TOKENS)
    SecurityFilterChain tokenChain(HttpSecurity http) {
        return http.securityMatcher("/oauth2/**", "/.well-known/oauth-authorization-server", "/openapi.yaml")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private void keyMissing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.report(request, Reason.KEY_MISSING);
        response.setHeader("WWW-Authenticate", "Bearer");
        problems.write(ErrorCode.NOT_AUTHENTICATED, request, response);
    }

    private void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        refusals.report(request, AccessRefusedException.reasonOf(refusal));
        problems.write(ErrorCode.NOT_PERMITTED, request, response);
    }
}
