package vn.lienthong.node.web.internal;

import java.io.Serializable;
import java.time.Instant;
import vn.lienthong.node.identity.SignInMeans;

/**
 * Somebody whose password was right, or whom an identity provider knows, and whose second factor is still to come. Lies in the session beside the security context,
 * so that everything else takes the person for a stranger.
 *
 * @param login who
 * @param since when the password was right
 * @param next the path that was wished
 * @param provider whether an identity provider vouched, not a password
 */
record HalfWay(String login, Instant since, String next, boolean provider) implements Serializable {
    static final String ATTRIBUTE = "vn.lienthong.halfWay";

    /** How the person will have signed in with the second factor. */
    SignInMeans means(boolean passkey) {
        if (provider) {
            return SignInMeans.PROVIDER_AND_FACTOR;
        }
        return passkey ? SignInMeans.PASSWORD_AND_PASSKEY : SignInMeans.PASSWORD_AND_CODE;
    }
}
