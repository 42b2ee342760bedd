package vn.lienthong.node.web.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import vn.lienthong.node.identity.AccessRefusedException;
import vn.lienthong.node.identity.Person;
import vn.lienthong.node.identity.Refusal.Reason;
import vn.lienthong.node.identity.Refusals;

/** Answers a form that came after its session: with the page to sign in, which carries what was typed, or with the form once more. */
@Component
class LostForms {
    /** What became of the form. */
    enum State {
        KEPT,
        KEPT_WITHOUT_FILES,
        TOO_LONG
    }

    static final String STATE = "vn.lienthong.lostForm";

    private final FormKeeping keeping;
    private final Refusals refusals;
    private final SessionWatch sessions;

    LostForms(FormKeeping keeping, Refusals refusals, SessionWatch sessions) {
        this.keeping = keeping;
        this.refusals = refusals;
        this.sessions = sessions;
    }

    /** For whatever may not be done: a form with the token of an earlier session is shown again, all else is refused. */
    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        boolean forged = refusal instanceof CsrfException;
        if (forged && showAgain(request, response)) {
            return;
        }
        refusals.report(request, forged ? Reason.FORGED_FORM : AccessRefusedException.reasonOf(refusal));
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    /** For a form without a session. Answers whether it was one to keep; if so the response is written. */
    boolean askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Optional<KeptForm> form = keeping.take(request);
        if (form.isEmpty()) {
            return false;
        }
        Optional<String> sealed = keeping.seal(form.get());
        sealed.ifPresent(text -> request.setAttribute(FormKeeping.SEALED, text));
        request.setAttribute(STATE, state(form.get(), sealed.isPresent()));
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        request.getRequestDispatcher(SignInPage.KEPT).forward(request, response);
        return true;
    }

    private static State state(KeptForm form, boolean sealed) {
        if (!sealed) {
            return State.TOO_LONG;
        }
        return form.withFiles() ? State.KEPT_WITHOUT_FILES : State.KEPT;
    }

    private boolean showAgain(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Person> person = sessions.endIfOver(request, response);
        if (person.isEmpty()) {
            return askToSignIn(request, response);
        }
        Optional<KeptForm> form = keeping.take(request);
        if (form.isEmpty()) {
            return false;
        }
        keeping.giveBack(request.getSession(), person.get(), form.get());
        response.sendRedirect(KeptFormPages.OPEN);
        return true;
    }
}
