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
 * Ends a session with the very next request: of an account that was disabled or changed since, twelve hours after the sign-in
 * however busy it was, and when nobody did anything for half an hour. What an open page asks for by itself is not doing anything.
 */
final class SessionCheck extends OncePerRequestFilter {
    /** A header of the requests that a page makes by itself. */
    static final String BACKGROUND = "LT-Background";

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final String ACTIVE_AT = "vn.lienthong.activeAt";
    private static final String STREAM = "/live";

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
        var _ = endIfOver(request, response);
        chain.doFilter(request, response);
    }

    /** The person whose session goes on; a session that is over ends now. */
    Optional<Person> endIfOver(HttpServletRequest request, HttpServletResponse response) {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || !(session.getPrincipal() instanceof Person person)) {
            return Optional.empty();
        }
        if (changed(person) || overdue(request)) {
            logout.logout(request, response, session);
            return Optional.empty();
        }
        return Optional.of(person);
    }

    private boolean overdue(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Instant now = clock.instant();
        if (session == null
                || !(session.getAttribute(SignInSteps.SIGNED_IN_AT) instanceof Instant since)
                || since.plus(LONGEST).isBefore(now)) {
            return true;
        }
        Instant active = session.getAttribute(ACTIVE_AT) instanceof Instant at ? at : since;
        boolean idle = active.plus(ServerSettings.IDLE).isBefore(now);
        if (!idle && !isBackground(request)) {
            session.setAttribute(ACTIVE_AT, now);
        }
        return idle;
    }

    /** Whether a page asked by itself. Who pretends that only shortens the own session. */
    static boolean isBackground(HttpServletRequest request) {
        return request.getHeader(BACKGROUND) != null || request.getRequestURI().equals(STREAM);
    }

    private boolean changed(Person person) {
        Optional<Person> now = accounts.find(person.login());
        // The whole person: a role that ended by itself raises no version.
        return now.isEmpty() || !now.get().equals(person);
    }
}
