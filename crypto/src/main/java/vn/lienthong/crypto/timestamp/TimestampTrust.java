package vn.lienthong.crypto.timestamp;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.lienthong.crypto.Digest;
import vn.lienthong.crypto.certificate.TrustAnchor;
import vn.lienthong.crypto.internal.timestamp.TokenChecks;

/** Whose timestamps are believed. */
public final class TimestampTrust {

    private static final Pattern OBJECT_IDENTIFIER = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,38})){1,30}");

    private final TrustAnchor anchor;
    private final Optional<String> policy;

    private TimestampTrust(TrustAnchor anchor, Optional<String> policy) {
        this.anchor = anchor;
        this.policy = policy;
    }

    /** Believes every timestamp authority that the anchor issued a certificate to, whatever its policy. */
    public static TimestampTrust anyPolicy(TrustAnchor anchor) {
        return new TimestampTrust(anchor, Optional.empty());
    }

    /**
     * Believes timestamp authorities below the anchor that work under one policy.
     *
     * @param anchor the authority that issues to timestamp authorities
     * @param policy an object identifier in dotted form
     */
    public static TimestampTrust underPolicy(TrustAnchor anchor, String policy) {
        if (!OBJECT_IDENTIFIER.matcher(policy).matches()) {
            throw new IllegalArgumentException("not an object identifier");
        }
        return new TimestampTrust(anchor, Optional.of(policy));
    }

    /** The issuer of the timestamp authorities. */
    public TrustAnchor anchor() {
        return anchor;
    }

    /** The only policy that is accepted; empty when every policy is. */
    public Optional<String> policy() {
        return policy;
    }

    /**
     * Checks a timestamp that was kept, at any later time: signature, certificate at the stated time, imprint and policy.
     *
     * @param token a CMS ContentInfo; hostile
     * @param imprint the digest that it should be about
     * @return the outcome
     */
    public TimestampOutcome check(byte[] token, Digest imprint) {
        return TokenChecks.check(token, imprint, this);
    }
}
