package vn.lienthong.node.secretdesk.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.secret.DraftId;
import vn.lienthong.node.secret.Hindrance;
import vn.lienthong.node.secret.KeyState;
import vn.lienthong.node.secret.SecretAnswer;
import vn.lienthong.node.secret.SecretCaller;
import vn.lienthong.node.secret.SecretId;
import vn.lienthong.node.web.NothingHereException;

/** What every page of the area begins with: who acts, how the keys stand, and when the page goes away by itself. */
@Component
@InNodeRole
class Gate {

    private final SecretServices services;
    private final InstantSource clock;

    Gate(SecretServices services, InstantSource clock) {
        this.services = services;
        this.clock = clock;
    }

    /** Who acts; nothing is here for anybody whom the door did not let in. */
    SecretCaller caller(HttpServletRequest request) {
        if (request.getAttribute(SecretDoor.CALLER) instanceof SecretCaller caller) {
            return caller;
        }
        throw new NothingHereException();
    }

    /** The page that is being made. */
    Screen screen(HttpServletRequest request, HttpServletResponse response, Model model) {
        return new Screen(caller(request), request, response, model);
    }

    /**
     * Puts into a page what its frame shows. A page that was opened with unlocked keys leaves the screen when they lock themselves,
     * with scripts and without.
     */
    KeyState frame(Screen screen) {
        SecretCaller caller = screen.caller();
        Model model = screen.model();
        KeyState keys = services.keys().state(caller);
        if (keys.phase() == KeyState.Phase.UNLOCKED && keys.until() != null) {
            long seconds =
                    Math.max(1, Duration.between(clock.instant(), keys.until()).toSeconds() + 1);
            screen.response().setHeader("Refresh", seconds + ";url=/secret/locked");
        }
        Secrecy level = services.area().level(caller.person(), caller.agency());
        model.addAttribute("keys", keys);
        model.addAttribute("agency", caller.agency().value());
        model.addAttribute("agencies", screen.request().getAttribute(SecretDoor.AGENCIES));
        model.addAttribute("level", level);
        return keys;
    }

    /** The same for pages that show something of a document: nothing is shown while the keys are locked. */
    KeyState opened(Screen screen, String back) {
        KeyState keys = frame(screen);
        needsUnlocked(keys, back);
        return keys;
    }

    /** What was granted; whatever was not leads the person on from {@code back}. */
    <T> T value(SecretAnswer<T> answer, String back) {
        return switch (answer) {
            case SecretAnswer.Granted<T>(T value) -> value;
            case SecretAnswer.Hindered<T>(Hindrance why, String detail) ->
                throw new HinderedPageException(why, detail, back);
        };
    }

    /** Sends somebody whose second factor is not fresh to show it, before a form is shown. */
    void needsStepUp(SecretCaller caller, String back) {
        if (!caller.steppedUp()) {
            throw new HinderedPageException(Hindrance.STEP_UP, "", back);
        }
    }

    /** Sends somebody whose keys are locked to the PIN, before a form is shown. */
    void needsUnlocked(KeyState keys, String back) {
        switch (keys.phase()) {
            case UNLOCKED -> {}
            case NONE, REVOKED -> throw new HinderedPageException(Hindrance.NO_KEYS, "", back);
            case LOCKED, LOCKED_OUT -> throw new HinderedPageException(Hindrance.LOCKED, "", back);
        }
    }

    static DraftId draft(String id) {
        return new DraftId(uuid(id));
    }

    static SecretId document(String id) {
        return new SecretId(uuid(id));
    }

    private static UUID uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text))
                    .filter(read -> read.toString().equals(text))
                    .orElseThrow(NothingHereException::new);
        } catch (IllegalArgumentException unknown) {
            throw new NothingHereException();
        }
    }
}
