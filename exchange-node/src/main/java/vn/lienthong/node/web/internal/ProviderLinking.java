package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.IdentityProviders;
import vn.lienthong.node.identity.IdentityProviders.Offer;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.PersonSessions;
import vn.lienthong.node.identity.ProviderSessions;
import vn.lienthong.node.identity.Vouched;

/** What a session knows of identity providers: whom one vouched for, and which link waits for the proof of an account. */
@Component
class ProviderLinking {
    private static final String ASKED = "vn.lienthong.linkAsked";
    private static final String EXPECTED = "vn.lienthong.linkExpected";
    private static final String VOUCHED = "vn.lienthong.vouched";

    private final IdentityProviders providers;
    private final ProviderSessions vouchers;
    private final PersonSessions sessions;

    ProviderLinking(IdentityProviders providers, ProviderSessions vouchers, PersonSessions sessions) {
        this.providers = providers;
        this.vouchers = vouchers;
        this.sessions = sessions;
    }

    /**
     * Somebody whom a provider knows and no account is linked to.
     *
     * @param vouched what it said
     * @param next the path that was wished
     */
    record Asked(Vouched vouched, String next) implements Serializable {}

    /**
     * A link that is made when its account has signed in completely.
     *
     * @param login of the account that was proved
     * @param vouched what the provider said
     */
    private record Expected(String login, Vouched vouched) implements Serializable {}

    void ask(HttpServletRequest request, Vouched vouched, String next) {
        request.getSession().setAttribute(ASKED, new Asked(vouched, next));
    }

    Optional<Asked> asked(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ASKED))
                .filter(Asked.class::isInstance)
                .map(Asked.class::cast);
    }

    String label(Vouched vouched) {
        return providers.all().stream()
                .filter(offer -> offer.name().equals(vouched.provider()))
                .map(Offer::label)
                .findFirst()
                .orElse(vouched.provider());
    }

    /** Only the account whose password was given on the page of the link may get it. */
    void expect(HttpServletRequest request, Person person, Asked asked) {
        HttpSession session = request.getSession();
        session.removeAttribute(ASKED);
        session.setAttribute(EXPECTED, new Expected(person.login().value(), asked.vouched()));
    }

    /** Forgets what waited: somebody begins another way of signing in. */
    void forget(HttpSession session) {
        session.removeAttribute(ASKED);
        session.removeAttribute(EXPECTED);
        session.removeAttribute(VOUCHED);
    }

    /** Makes the link that waited for this person, who has now signed in completely. */
    void signedIn(HttpServletRequest request, Person person) {
        HttpSession session = request.getSession();
        if (session.getAttribute(EXPECTED) instanceof Expected expected
                && expected.login().equals(person.login().value())
                && providers.link(person, expected.vouched())) {
            session.setAttribute(VOUCHED, expected.vouched());
        }
        session.removeAttribute(ASKED);
        session.removeAttribute(EXPECTED);
        note(request);
    }

    /** From the moment that there is a session the provider may end it. */
    private void note(HttpServletRequest request) {
        if (request.getSession().getAttribute(VOUCHED) instanceof Vouched vouched) {
            sessions.current(request).ifPresent(session -> vouchers.began(session, vouched));
        }
    }

    /** Remembers with what to sign out of the provider, too. */
    void vouchedFor(HttpServletRequest request, Vouched vouched) {
        request.getSession().setAttribute(VOUCHED, vouched);
        note(request);
    }

    /** Where to go to sign out of the provider, too. */
    Optional<String> farewell(HttpServletRequest request, String returnTo) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(VOUCHED))
                .filter(Vouched.class::isInstance)
                .map(Vouched.class::cast)
                .flatMap(vouched -> providers.farewell(vouched, returnTo));
    }
}
