package vn.lienthong.node.web.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.Person;

/**
 * Ends a session with the very next request: of an account that was disabled or changed since, and twelve hours after the
 * sign-in however busy it was.
 */
final class SessionCheck extends OncePerRequestFilter {
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Accounts accounts;
    private final InstantSource clock;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    SessionCheck(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(Assets.PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session != null
                && session.getPrincipal() instanceof Person person
                && (changed(person) || overdue(request))) {
            logout.logout(request, response, session);
        }
        chain.doFilter(request, response);
    }

    private boolean overdue(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                || !(session.getAttribute(SignInSteps.SIGNED_IN_AT) instanceof Instant since)
                || since.plus(LONGEST).isBefore(clock.instant());
    }

    private boolean changed(Person person) {
        Optional<Person> now = accounts.find(person.login());
        return now.isEmpty() || now.get().version() != person.version();
    }
}
