package vn.lienthong.node.web.internal;

import java.io.Serializable;
import java.time.Instant;

/**
 * Somebody whose password was right and whose second factor is still to come. Lies in the session beside the security context,
 * so that everything else takes the person for a stranger.
 *
 * @param login who
 * @param since when the password was right
 * @param next the path that was wished
 */
record HalfWay(String login, Instant since, String next) implements Serializable {
    static final String ATTRIBUTE = "vn.lienthong.halfWay";
}
