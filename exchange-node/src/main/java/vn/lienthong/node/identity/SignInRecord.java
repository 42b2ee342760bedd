package vn.lienthong.node.identity;

import java.time.Instant;
import java.util.Optional;

/** Remembers when each person signed in last, so that people notice when somebody else used their account. */
public interface SignInRecord {
    /**
     * Notes a sign-in and tells the listeners.
     *
     * @param person who signed in
     * @param address from where
     * @param secondFactor whether a second factor was shown
     * @return the one before, empty the first time
     */
    Optional<Previous> signedIn(Person person, String address, boolean secondFactor);

    /**
     * An earlier sign-in.
     *
     * @param at when
     * @param address from where
     */
    record Previous(Instant at, String address) {}
}
