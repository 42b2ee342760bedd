package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Accounts;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.Passkeys;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.SecondFactors;
import vn.lienthong.node.identity.SignInMeans;

/** The way from a right password to a session: half-way, then complete, with a new session id at each step. */
@Component
class SignInSteps {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final FormTokens tokens;
    private final FormKeeping keeping;
    private final SessionBeginning beginning;
    private final InstantSource clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    SignInSteps(
            Accounts accounts,
            SecondFactors factors,
            Passkeys passkeys,
            FormTokens tokens,
            FormKeeping keeping,
            SessionBeginning beginning,
            InstantSource clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.keeping = keeping;
        this.beginning = beginning;
        this.clock = clock;
    }

    /** Remembers who it is and answers where to go for the second step. */
    String halfWay(HttpServletRequest request, Person person, String next, boolean provider) {
        HttpSession session = freshSession(request);
        beginning.otherWay(session);
        session.setAttribute(
                HalfWay.ATTRIBUTE,
                new HalfWay(person.login().value(), clock.instant(), LocalPath.orHome(next), provider));
        keeping.carried(request).ifPresent(text -> session.setAttribute(FormKeeping.SEALED, text));
        return hasFactor(person) ? CodePages.CODE : CodePages.ENROL;
    }

    /** Whether the account has a second factor of any kind. */
    boolean hasFactor(Person person) {
        return factors.state(person.login()).active() || passkeys.active(person.login());
    }

    /** Who is half-way, unless it took too long or the account is closed meanwhile. */
    Optional<HalfWay> pending(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(HalfWay.ATTRIBUTE))
                .filter(HalfWay.class::isInstance)
                .map(HalfWay.class::cast)
                .filter(half -> half.since().plus(PATIENCE).isAfter(clock.instant()));
    }

    /** The person who is half-way. */
    Optional<Person> person(HalfWay half) {
        return accounts.find(new LoginName(half.login()));
    }

    /** Signs in after the second factor. */
    void complete(HttpServletRequest request, HttpServletResponse response, Person person, SignInMeans means) {
        HttpSession session = freshSession(request);
        session.removeAttribute(HalfWay.ATTRIBUTE);
        noteSignIn(request, person, means);
        Authentication signedIn = session(person);
        new CsrfAuthenticationStrategy(tokens.repository()).onAuthentication(signedIn, request, response);
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken fresh) {
            // Makes the cookie now: once a page has begun to flow out it would be too late.
            var _ = fresh.getToken();
        }
        keep(request, response, signedIn);
    }

    /** Records a sign-in; when that fails there is no session. */
    void noteSignIn(HttpServletRequest request, Person person, SignInMeans means) {
        beginning.note(request, person, means);
    }

    /** Goes on with this session alone after the person has replaced the password. */
    void goOn(HttpServletRequest request, HttpServletResponse response, Person person) {
        var _ = freshSession(request);
        beginning.carryOver(request, person);
        keep(request, response, session(person));
    }

    private void keep(HttpServletRequest request, HttpServletResponse response, Authentication signedIn) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    static Authentication session(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person,
                null,
                AuthorityUtils.createAuthorityList(
                        Authorities.of(person).stream().sorted().toList()));
    }

    private static HttpSession freshSession(HttpServletRequest request) {
        HttpSession session = request.getSession();
        if (!session.isNew()) {
            var _ = request.changeSessionId();
        }
        return session;
    }
}
