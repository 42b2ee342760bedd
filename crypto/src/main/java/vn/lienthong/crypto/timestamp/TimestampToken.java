package vn.lienthong.crypto.timestamp;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import vn.lienthong.crypto.Digest;

/**
 * A checked timestamp: an authority states that it saw a digest at a time. The digest may be that of one object or of a whole
 * batch, such as the checkpoint of a log. Immutable.
 */
public final class TimestampToken {

    private final byte[] encoded;
    private final Instant time;
    private final BigInteger serial;
    private final Digest imprint;
    private final String policy;

    /**
     * Puts a token together from its parts; nothing is checked here. Tokens come from {@link TimestampClient} and
     * {@link TimestampTrust}.
     *
     * @param encoded the token in DER or BER as the authority made it
     * @param time when the authority saw the digest
     * @param serial the authority's number of the token
     * @param imprint the digest, SHA-256 or SHA-512
     * @param policy the policy under which the authority works, an object identifier
     */
    public TimestampToken(byte[] encoded, Instant time, BigInteger serial, Digest imprint, String policy) {
        this.encoded = encoded.clone();
        this.time = time;
        this.serial = serial;
        this.imprint = imprint;
        this.policy = policy;
    }

    /** Returns a copy of the octets to be kept: a CMS ContentInfo. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** Returns when the authority saw the digest. */
    public Instant time() {
        return time;
    }

    /** Returns the authority's number of the token. */
    public BigInteger serial() {
        return serial;
    }

    /** Returns the digest that was seen. */
    public Digest imprint() {
        return imprint;
    }

    /** Returns the object identifier of the authority's policy. */
    public String policy() {
        return policy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimestampToken token && Arrays.equals(encoded, token.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "TimestampToken[" + time + ", serial " + serial + "]";
    }
}
