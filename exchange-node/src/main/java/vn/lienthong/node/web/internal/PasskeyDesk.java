package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.LoginName;
import vn.lienthong.node.identity.PasskeyChallenge;
import vn.lienthong.node.identity.Passkeys;
import vn.lienthong.node.identity.Passkeys.Begun;
import vn.lienthong.node.identity.Passkeys.Proof;
import vn.lienthong.node.identity.Passkeys.Site;

/** Keeps the challenge of a session between the question and the answer, one for each purpose. */
@Component
class PasskeyDesk {
    /** Who only looks at the sign-in page and leaves costs no memory for long. */
    private static final Duration STRANGERS = Duration.ofMinutes(6);

    private final Passkeys passkeys;
    private final PublicAddress address;

    PasskeyDesk(Passkeys passkeys, PublicAddress address) {
        this.passkeys = passkeys;
        this.address = address;
    }

    /** For what an answer counts; it counts for nothing else. */
    enum Purpose {
        ADD,
        SIGN_IN,
        SECOND_FACTOR,
        STEP_UP;

        private String attribute() {
            return "vn.lienthong.passkey." + name().toLowerCase(Locale.ROOT);
        }
    }

    Optional<Site> site(HttpServletRequest request) {
        return address.site(request);
    }

    /** Whether an account can show a passkey here. */
    boolean offered(HttpServletRequest request, LoginName login) {
        return site(request).isPresent() && passkeys.active(login);
    }

    /** Asks the browser, or says that there is nothing to ask it for. */
    ResponseEntity<String> ask(HttpServletRequest request, Purpose purpose, Function<Site, Begun> question) {
        Optional<Begun> begun = site(request).map(question);
        if (begun.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        HttpSession session = request.getSession();
        if (session.isNew()) {
            session.setMaxInactiveInterval(Math.toIntExact(STRANGERS.toSeconds()));
        }
        session.setAttribute(purpose.attribute(), begun.get().challenge());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(begun.get().options());
    }

    /** The challenge that an answer belongs to; from now on there is none. */
    Optional<PasskeyChallenge> challenge(HttpServletRequest request, Purpose purpose) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(purpose.attribute()) instanceof PasskeyChallenge challenge)) {
            return Optional.empty();
        }
        session.removeAttribute(purpose.attribute());
        return Optional.of(challenge);
    }

    /** Judges an answer; without a question there is none. */
    Proof prove(HttpServletRequest request, Purpose purpose, String answer) {
        Optional<Site> site = site(request);
        Optional<PasskeyChallenge> challenge = challenge(request, purpose);
        return site.isPresent() && challenge.isPresent()
                ? passkeys.prove(challenge.get(), answer, site.get(), String.valueOf(request.getRemoteAddr()))
                : new Passkeys.Refused(Optional.empty());
    }
}
