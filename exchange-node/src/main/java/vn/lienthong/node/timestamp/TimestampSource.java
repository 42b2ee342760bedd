package vn.lienthong.node.timestamp;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import vn.lienthong.crypto.Digest;

/**
 * Gives time-stamps of digests, for example of the checkpoints of a log.
 *
 * <p>Guarantees: returns at once; the future ends normally, within the time-out that is configured, also when the authority
 * answers nothing or nonsense; a token that it brings was checked. Does not guarantee that there is a token: who asks goes on
 * without one and may ask again later.
 */
public interface TimestampSource {

    /**
     * Asks for a time-stamp.
     *
     * @param imprint the digest of what existed, SHA-256 or SHA-512
     * @return the token, or that none is to be had now
     */
    CompletableFuture<TimestampAnswer> stamp(Digest imprint);

    /** The issuer of the authority where that is not the exchange's own: whoever checks a token later has to know it. */
    default Optional<X509Certificate> foreignIssuer() {
        return Optional.empty();
    }
}
