package vn.lienthong.node.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.SignInMeans;
import vn.lienthong.node.identity.StepUp;

/** Remembers in the session when its person showed a second factor. */
@Component
class SessionStepUp implements StepUp {
    private static final String SHOWN_AT = "vn.lienthong.factorShownAt";

    private static final String EMERGENCY = "vn.lienthong.emergency";

    private final InstantSource clock;

    SessionStepUp(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean fresh(HttpServletRequest request, Duration maxAge) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(EMERGENCY) != null) {
            // Both halves were shown and are void: there is nothing to show again, and the session ends soon.
            return true;
        }
        if (session == null || !(session.getAttribute(SHOWN_AT) instanceof Instant shown)) {
            return false;
        }
        Duration age = Duration.between(shown, clock.instant());
        return !age.isNegative() && age.compareTo(maxAge) <= 0;
    }

    @Override
    public String page(String returnTo) {
        return StepUpPages.PATH + "?next=" + URLEncoder.encode(LocalPath.orHome(returnTo), StandardCharsets.UTF_8);
    }

    /** Notes that the person of this session has just shown a second factor. */
    void shown(HttpServletRequest request) {
        request.getSession().setAttribute(SHOWN_AT, clock.instant());
    }

    /** Whoever begins a session begins without what was shown in the one before. */
    void begin(HttpServletRequest request, SignInMeans means) {
        HttpSession session = request.getSession();
        session.removeAttribute(SHOWN_AT);
        session.removeAttribute(EMERGENCY);
        if (means.secondFactor()) {
            shown(request);
        }
        if (means == SignInMeans.BREAK_GLASS) {
            session.setAttribute(EMERGENCY, true);
        }
    }
}
