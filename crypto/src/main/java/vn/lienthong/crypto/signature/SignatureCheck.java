package vn.lienthong.crypto.signature;

import java.time.Instant;

/** The outcome of verifying a signature. */
public sealed interface SignatureCheck {

    /**
     * The signature is that of the expected key over the very content.
     *
     * <p>Does not say that the certificate is trusted: that is asked of the trust anchor.
     *
     * @param signingTime when the signer claims to have signed; for two signers the later one
     */
    record Valid(Instant signingTime) implements SignatureCheck {}

    /**
     * The signature must not be relied on.
     *
     * @param reason why, for programs
     * @param detail why, in English, for the log
     */
    record Invalid(Reason reason, String detail) implements SignatureCheck {}

    /** Why a signature is not accepted. */
    enum Reason {
        /** The octets are not a signature of the form that the exchange uses. */
        MALFORMED,
        /** A signer that must have signed has not. */
        MISSING_SIGNER,
        /** Somebody else has signed. */
        WRONG_SIGNER,
        /** The algorithm is not the one of the signer's key. */
        FORBIDDEN_ALGORITHM,
        /** The signature does not belong to this content. */
        BAD_SIGNATURE
    }
}
