package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SessionKeeping;
import vn.lienthong.node.identity.SessionLimits;

/**
 * Ends a session with the very next request: when it was ended from elsewhere, of an account that was disabled or changed since, some
 * hours after the sign-in however busy it was, and when nobody did anything for a while. What an open page asks for by itself is not
 * doing anything.
 */
@Component
class SessionWatch {
    private static final String ACTIVE_AT = "vn.lienthong.activeAt";

    private final Accounts accounts;
    private final SessionKeeping sessions;
    private final SessionLimits limits;
    private final InstantSource clock;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    SessionWatch(Accounts accounts, SessionKeeping sessions, SessionLimits limits, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.limits = limits;
        this.clock = clock;
    }

    /** The person whose session goes on; a session that is over ends now. */
    Optional<Person> endIfOver(HttpServletRequest request, HttpServletResponse response) {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || !(session.getPrincipal() instanceof Person person)) {
            return Optional.empty();
        }
        if (changed(person) || overdue(request) || !sessions.goesOn(request, !SessionCheck.isBackground(request))) {
            logout.logout(request, response, session);
            return Optional.empty();
        }
        return Optional.of(person);
    }

    private boolean overdue(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Instant now = clock.instant();
        if (session == null
                || !(session.getAttribute(SessionBeginning.SIGNED_IN_AT) instanceof Instant since)
                || since.plus(limits.longest()).isBefore(now)) {
            return true;
        }
        Instant active = session.getAttribute(ACTIVE_AT) instanceof Instant at ? at : since;
        boolean idle = active.plus(limits.idle()).isBefore(now);
        if (!idle && !SessionCheck.isBackground(request)) {
            session.setAttribute(ACTIVE_AT, now);
        }
        return idle;
    }

    private boolean changed(Person person) {
        Optional<Person> now = accounts.find(person.login());
        // The whole person: a role that ended by itself raises no version.
        return now.isEmpty() || !now.get().equals(person);
    }
}
