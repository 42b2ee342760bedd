package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.PersonSessions;
import vn.lienthong.node.identity.Refusal;
import vn.lienthong.node.identity.Refusals;
import vn.lienthong.node.identity.SessionId;
import vn.lienthong.node.identity.StepUp;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.SecretCaller;

/**
 * Stands before every address of the secret area, whatever the method: whoever may not know of it gets what an unknown path gives,
 * before any page is chosen. The attempt is recorded.
 */
@Component
@InNodeRole
class SecretDoor extends OncePerRequestFilter {

    /** The first page; all others lie below. */
    static final String PATH = "/secret";

    /** In the request: who acts, for pages behind the door. */
    static final String CALLER = "vn.lienthong.secret.caller";

    /** In the request: the agencies among which the person can choose. */
    static final String AGENCIES = "vn.lienthong.secret.agencies";

    /** How old a second factor may be. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private static final String CHOSEN = "vn.lienthong.secret.agency";

    private final ObjectProvider<SecretVisibility> visibility;
    private final ObjectProvider<PersonSessions> sessions;
    private final ObjectProvider<StepUp> stepUp;
    private final ObjectProvider<Refusals> refusals;

    /** A filter is made before all else: what it asks is looked up when somebody comes. */
    SecretDoor(
            ObjectProvider<SecretVisibility> visibility,
            ObjectProvider<PersonSessions> sessions,
            ObjectProvider<StepUp> stepUp,
            ObjectProvider<Refusals> refusals) {
        this.visibility = visibility;
        this.sessions = sessions;
        this.stepUp = stepUp;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        boolean inside = path.equals(PATH) || path.startsWith(PATH + "/");
        return !inside || request.getDispatcherType() != DispatcherType.REQUEST;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        Optional<Person> person = person();
        List<AgencyCode> agencies = person.map(visibility.getObject()::of).orElse(List.of());
        Optional<SessionId> session = sessions.getObject().current(request);
        if (person.isEmpty() || agencies.isEmpty() || session.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            refusals.getObject().report(request, Refusal.Reason.ROLE_MISSING);
            return;
        }
        AgencyCode agency = chosen(request, agencies);
        request.setAttribute(AGENCIES, agencies);
        request.setAttribute(
                CALLER,
                new SecretCaller(
                        person.get(),
                        agency,
                        session.get().value(),
                        stepUp.getObject().fresh(request, FRESH)));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "none");
        rest.doFilter(request, response);
    }

    private static AgencyCode chosen(HttpServletRequest request, List<AgencyCode> agencies) {
        HttpSession session = request.getSession();
        Object wish = request.getParameter("agency") == null || !"GET".equals(request.getMethod())
                ? session.getAttribute(CHOSEN)
                : request.getParameter("agency");
        AgencyCode agency = agencies.stream()
                .filter(one -> one.value().equals(wish))
                .findFirst()
                .orElse(agencies.getFirst());
        session.setAttribute(CHOSEN, agency.value());
        return agency;
    }

    private static Optional<Person> person() {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        return session != null && session.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }
}
