package vn.lienthong.node.identity;

/**
 * Hears that a session is over, to forget what was held for it in memory. Called once per process that held it, and not at the end of
 * the process. A session that somebody else ends ends with its next request, so what is held must ask {@link PersonSessions#open} before it
 * is used, too. Must not throw.
 */
public interface SessionEndListener {
    /**
     * A session is over.
     *
     * @param session which
     */
    void ended(SessionId session);
}
