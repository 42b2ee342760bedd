package vn.lienthong.node.identity;

import jakarta.servlet.http.HttpServletRequest;

/** What the sign-in does with the sessions of {@link PersonSessions}. */
public interface SessionKeeping {
    /**
     * Begins a session for a person who has just signed in, with the HTTP session of the request.
     *
     * @param request its session must exist
     * @param person who
     * @param means how
     */
    void begin(HttpServletRequest request, Person person, SignInMeans means);

    /**
     * Tells whether the session of a request goes on, and notes that it is used.
     *
     * @param request of a person
     * @param used whether the person did something, or the page by itself
     * @return false when it was ended here or elsewhere, or the account has changed
     */
    boolean goesOn(HttpServletRequest request, boolean used);

    /**
     * Lets the session of a request go on after a change of its account that ended all others.
     *
     * @param request of the person
     * @param person as changed
     */
    void carryOver(HttpServletRequest request, Person person);

    /**
     * Ends the session of a request because its person signed out.
     *
     * @param request of the person
     */
    void over(HttpServletRequest request);
}
