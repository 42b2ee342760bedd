package vn.lienthong.node.timestamp;

import java.util.Optional;
import vn.lienthong.crypto.Digest;

/** Checks time-stamps that were kept. */
@FunctionalInterface
public interface TimestampVerification {

    /**
     * Checks a token at any later time: signature, certificate of the authority at the stated time, digest. Believed are the
     * authorities below the issuing authority of the exchange and below every certificate of the file that the operator set.
     *
     * @param token as it was kept; hostile
     * @param imprint the digest that it should be about
     * @return why it does not hold, in English; empty when it holds
     */
    Optional<String> fault(byte[] token, Digest imprint);
}
