package vn.lienthong.node.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/**
 * Asks the person of a session to show the second factor once more before something that must not be done from a screen left open.
 *
 * <p>Guarantees: only a code, a recovery code or a passkey of the person of this very session makes it fresh; being signed in, however
 * lately, does not, unless the sign-in itself showed a second factor. Ends with the session.
 */
public interface StepUp {
    /**
     * Tells whether a second factor was shown in this session lately.
     *
     * @param request of the person
     * @param maxAge how long ago at most
     * @return false also when nobody is signed in
     */
    boolean fresh(HttpServletRequest request, Duration maxAge);

    /**
     * Where to send a person whose second factor is not fresh. The page comes back by GET: what was typed into a form before is asked
     * for again, so ask before the form is shown.
     *
     * @param returnTo path of this site with its query; anything else leads to the first page
     * @return path to redirect to
     */
    String page(String returnTo);
}
