package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.Person;

/**
 * Keeps what was typed when a form comes and there is no session for it: it waits sealed in the page that asks to sign in, and is
 * filled into the same form again after the same person signed in. It is never sent by itself.
 *
 * <p>Forms of other sites, fetches by scripts, passwords, codes and files are not kept.
 */
@Component
class FormKeeping {
    /** The hidden field of the sign-in page, and what the session of somebody half-way holds. */
    static final String SEALED = "kept";
    /** In the session: what was typed was another person's. */
    static final String FOREIGN = "vn.lienthong.keptFormOfAnother";

    private static final Pattern OWNED = Pattern.compile("([A-Za-z0-9_-]{22}):(/.{0,400})");
    private static final Set<String> SECRETS = Set.of("password", "current", "fresh", "again", "pin", "secret");
    private static final Set<String> TECHNICAL = Set.of("_csrf", OwnedForms.FIELD, SEALED);

    private final KeptFormSealing sealing;
    private final InstantSource clock;

    FormKeeping(KeptFormSealing sealing, InstantSource clock) {
        this.sealing = sealing;
        this.clock = clock;
    }

    /** What the request brought, when it is a form of this site that a person sent. */
    Optional<KeptForm> take(HttpServletRequest request) throws IOException {
        if (!"POST".equals(request.getMethod())
                || !navigates(request)
                || !fromHere(request)
                || isAboutSecrets(request.getRequestURI())) {
            return Optional.empty();
        }
        TypedFields typed = TypedFields.of(request);
        List<String> owned = typed.fields().getOrDefault(OwnedForms.FIELD, List.of(""));
        var mark = OWNED.matcher(owned.getFirst());
        if (!mark.matches()) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = new TreeMap<>(typed.fields());
        fields.keySet().removeIf(FormKeeping::isNotKept);
        return Optional.of(new KeptForm(
                request.getRequestURI(),
                LocalPath.orHome(mark.group(2)),
                mark.group(1),
                clock.instant(),
                fields,
                typed.withFiles()));
    }

    private static boolean isNotKept(String name) {
        return TECHNICAL.contains(name) || isSecret(name);
    }

    /** Whether a field holds what may never be kept. */
    static boolean isSecret(String name) {
        return SECRETS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether the forms of a page are about passwords and codes, or belong to the secret area. */
    static boolean isAboutSecrets(String path) {
        return path.startsWith("/sign-")
                || path.equals(StepUpPages.PATH)
                || path.equals("/account")
                || path.startsWith("/account/")
                || path.equals("/secret")
                || path.startsWith("/secret/");
    }

    /** Scripts keep what they sent by themselves. */
    private static boolean navigates(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return !SessionCheck.isBackground(request) && (mode == null || mode.equals("navigate"));
    }

    private static boolean fromHere(HttpServletRequest request) {
        String from = Objects.requireNonNullElse(request.getHeader("Origin"), "");
        String host = Objects.requireNonNullElse(request.getHeader("Host"), "");
        return !host.isEmpty() && authority(from).filter(host::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            URI from = URI.create(origin);
            return "https".equals(from.getScheme()) ? Optional.ofNullable(from.getAuthority()) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** For the hidden field of the sign-in page. */
    Optional<String> seal(KeptForm form) {
        return sealing.seal(form);
    }

    /** What the sign-in page carried on, when it is really sealed here. */
    Optional<String> carried(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(SEALED))
                .filter(text -> sealing.open(text).isPresent());
    }

    /** Gives a person who has just signed in what the same person typed before. */
    void giveBack(HttpServletRequest request, Person person) {
        HttpSession session = request.getSession();
        Object halfWay = session.getAttribute(SEALED);
        session.removeAttribute(SEALED);
        String sealed = halfWay instanceof String text ? text : request.getParameter(SEALED);
        sealing.open(sealed).ifPresent(form -> giveBack(session, person, form));
    }

    /** Puts a form into a session if it is that person's. */
    void giveBack(HttpSession session, Person person, KeptForm form) {
        if (form.owner().equals(sealing.owner(person.login()))) {
            session.setAttribute(KeptForm.ATTRIBUTE, form);
        } else {
            session.setAttribute(FOREIGN, true);
        }
    }

    /** The form that waits for the person of a session. */
    static Optional<KeptForm> waiting(@Nullable HttpSession session) {
        return Optional.ofNullable(session)
                .map(open -> open.getAttribute(KeptForm.ATTRIBUTE))
                .filter(KeptForm.class::isInstance)
                .map(KeptForm.class::cast);
    }
}
