package vn.lienthong.node.web.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.lienthong.node.identity.Permission;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SecurityChainOrder;
import vn.lienthong.node.identity.SignInMeans;
import vn.lienthong.node.web.PageAccess;

/** The last chain: pages for people, by session; whatever belongs to machines and got here is closed. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {
    private static final String[] OPEN = {
        "/sign-in",
        BreakGlassPages.PAGE,
        SignInRefused.PAGE,
        SignInPage.KEPT,
        OidcPages.PATH + "**",
        OidcPages.LINK,
        PasskeySignInPages.SIGN_IN,
        PasskeySignInPages.SIGN_IN + "/options",
        PasskeySignInPages.SECOND,
        PasskeySignInPages.SECOND + "/options",
        CodePages.CODE,
        CodePages.ENROL,
        Assets.PATH + "**",
        "/problems/**",
        "/actuator/health/**"
    };
    private static final String[] MACHINES = {"/api/**", "/exchange/**", "/soap/**", "/actuator/**"};

    private final SignInRefused signInRefused;
    private final SignInSteps steps;
    private final FormTokens tokens;
    private final SignOut signOut;
    private final ContentPolicy policy;
    private final LostForms lostForms;
    private final SessionWatch watch;

    PageSecurity(
            SignInRefused signInRefused,
            SignInSteps steps,
            FormTokens tokens,
            SignOut signOut,
            ContentPolicy policy,
            LostForms lostForms,
            SessionWatch watch) {
        this.signInRefused = signInRefused;
        this.steps = steps;
        this.tokens = tokens;
        this.signOut = signOut;
        this.policy = policy;
        this.lostForms = lostForms;
        this.watch = watch;
    }

    @Bean
    @Order(SecurityChainOrder.PAGES)
    SecurityFilterChain pageChain(HttpSecurity http, ObjectProvider<PageAccess> pages) {
        return http.csrf(csrf -> csrf.csrfTokenRepository(tokens.repository())
                        .ignoringRequestMatchers(any(OidcPages.PATH + "*" + OidcLogoutDoor.END)))
                .headers(this::headers)
                .requestCache(RequestCacheConfigurer::disable)
                .addFilterBefore(new SessionCheck(watch), AuthorizationFilter.class)
                .addFilterBefore(new PasswordDueFilter(), AuthorizationFilter.class)
                .authorizeHttpRequests(rules -> access(rules, pages))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .successHandler(this::signedIn)
                        .failureHandler(signInRefused))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler(signOut)
                        .logoutSuccessHandler(signOut)
                        .deleteCookies(ServerSettings.SESSION_COOKIE))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.NOT_FOUND), any(MACHINES))
                        .defaultAuthenticationEntryPointFor(
                                (request, response, _) -> toSignIn(request, response), _ -> true)
                        .accessDeniedHandler(lostForms::denied))
                .build();
    }

    private void signedIn(HttpServletRequest request, HttpServletResponse response, Authentication session)
            throws IOException {
        if (session.getPrincipal() instanceof Person person) {
            steps.noteSignIn(request, person, SignInMeans.PASSWORD);
        }
        response.sendRedirect(LocalPath.orHome(request.getParameter("next")));
    }

    private static void access(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules,
            ObjectProvider<PageAccess> pages) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
        pages.orderedStream().forEach(page -> page.rules(rules));
        rules.requestMatchers(OPEN)
                .permitAll()
                .requestMatchers(MACHINES)
                .denyAll()
                .requestMatchers("/accounts", "/accounts/**")
                .hasAuthority(Permission.MANAGE_ACCOUNTS.authority())
                .anyRequest()
                .authenticated();
    }

    private void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy.directives()))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"));
    }

    private static RequestMatcher any(String... patterns) {
        PathPatternRequestMatcher.Builder paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(pattern -> (RequestMatcher) paths.matcher(pattern))
                .toList());
    }

    private void toSignIn(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (SessionCheck.isBackground(request)) {
            // The sign-in page must not take the place of a part of the page that is open.
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        if (lostForms.askToSignIn(request, response)) {
            return;
        }
        String wished = "GET".equals(request.getMethod()) ? LocalPath.orHome(request.getRequestURI()) : "/";
        response.sendRedirect(wished.equals("/") ? "/sign-in" : "/sign-in?next=" + wished);
    }
}
