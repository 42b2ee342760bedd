package vn.lienthong.node.identity;

import java.time.Instant;

/** Checks a login name and a password from a form. */
public interface SignIn {
    /**
     * Tries to sign in; counts failures; reporting them is up to the caller, who knows the request.
     *
     * @param login what was typed as name, of any content
     * @param password what was typed as password, of any content
     * @param address the network address it comes from
     * @return the outcome; an unknown name and a wrong password are not told apart
     */
    Outcome attempt(String login, String password, String address);

    /** What came of an attempt. */
    sealed interface Outcome {}

    /**
     * Name and password belong together.
     *
     * @param person who signed in
     */
    record SignedIn(Person person) implements Outcome {}

    /** No enabled account has this name and password. */
    record Wrong() implements Outcome {}

    /**
     * Too many failures; name and password were not looked at.
     *
     * @param until when it may be tried again
     */
    record Throttled(Instant until) implements Outcome {}
}
