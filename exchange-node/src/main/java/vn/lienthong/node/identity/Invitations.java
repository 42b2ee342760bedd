package vn.lienthong.node.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.node.platform.Secret;

/**
 * Lets people choose their first password themselves, so that no administrator ever knows it.
 *
 * <p>Guarantees: a code works once and for 72 hours; the account has no password that anybody knows until then; a wrong code counts as
 * a wrong password; of two who use a code at the same moment one succeeds.
 */
public interface Invitations {
    /** How long a code works. */
    Duration LIFE = Duration.ofDays(3);

    /**
     * Makes a code, in the place of one made before; the present password works no more.
     *
     * @param login an open account that nobody has used yet, or whose owner forgot everything
     * @param by the administrator; never the owner
     * @return the code, to be shown once; empty when there is no such open account
     */
    Optional<Invitation> invite(LoginName login, Person by);

    /**
     * Takes an invitation up.
     *
     * @param login as typed
     * @param code as typed
     * @param password the chosen one
     * @param address the network address
     * @return what came of it
     */
    Acceptance accept(String login, String code, String password, String address);

    /**
     * A code and until when it works.
     *
     * @param code in clear only here
     * @param until from then on it is refused
     */
    record Invitation(Secret code, Instant until) {}

    /** What came of taking an invitation up. */
    sealed interface Acceptance {
        /** The password is set; the person signs in with it now. */
        record Accepted() implements Acceptance {}

        /** No such code for this name, or it is over or used. */
        record Wrong() implements Acceptance {}

        /**
         * Too many wrong ones.
         *
         * @param until when to try again
         */
        record Throttled(Instant until) implements Acceptance {}

        /**
         * The code is right, the password was not accepted; the code still works.
         *
         * @param fault why
         */
        record Refused(PasswordFault fault) implements Acceptance {}
    }
}
