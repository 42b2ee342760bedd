package vn.lienthong.crypto.timestamp;

/** What came of asking for a timestamp, or of checking one. */
public sealed interface TimestampOutcome {

    /**
     * The timestamp holds.
     *
     * @param token the timestamp
     */
    record Granted(TimestampToken token) implements TimestampOutcome {}

    /**
     * There is no timestamp that may be used.
     *
     * @param reason the kind of fault
     * @param detail words for the log, in English
     */
    record Refused(Reason reason, String detail) implements TimestampOutcome {}

    /** Why there is no timestamp. */
    enum Reason {
        /** The authority answered that it does not grant one. */
        NOT_GRANTED,
        /** The octets are not an answer or token of RFC 3161, or too many. */
        MALFORMED,
        /** The answer is to another request. */
        WRONG_NONCE,
        /** The token is about another digest. */
        WRONG_IMPRINT,
        /** The token was made under another policy. */
        WRONG_POLICY,
        /** The signer is not a timestamp authority below the trust anchor, or was not valid at the stated time. */
        UNTRUSTED,
        /** The signature does not hold. */
        SIGNATURE_INVALID,
        /** The stated time is too far from the present. */
        STALE
    }
}
