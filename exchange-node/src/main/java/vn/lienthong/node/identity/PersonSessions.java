package vn.lienthong.node.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/**
 * The sessions of people, each with its device, known to all processes over one database.
 *
 * <p>Guarantees: a session that was ended opens nothing with its next request, whichever process answers it; every change of the
 * account ends all its sessions.
 */
public interface PersonSessions {
    /**
     * The session of a request.
     *
     * @param request of a person
     * @return the same for all requests of a session; empty when nobody is signed in
     */
    Optional<SessionId> current(HttpServletRequest request);

    /**
     * Tells whether a session goes on.
     *
     * @param session which
     * @return false when it was ended, ran out, or the account changed meanwhile
     */
    boolean open(SessionId session);

    /**
     * The sessions of an account that go on.
     *
     * @param login whose
     * @return the last used first, at most 100
     */
    List<SessionFacts> of(LoginName login);

    /**
     * Ends one session. Ending and its event are one transaction.
     *
     * @param login whose
     * @param session which
     * @return false when this account has no such session that goes on
     */
    boolean end(LoginName login, SessionId session);

    /**
     * Ends all sessions but one. Ending and its event are one transaction.
     *
     * @param login whose
     * @param kept the one that goes on
     * @return how many ended
     */
    int endOthers(LoginName login, SessionId kept);
}
