package vn.lienthong.crypto.envelope;

/** What came of opening an envelope. */
public sealed interface EnvelopeOutcome {

    /**
     * The envelope is addressed to the key, was made by the expected agency for this parcel, and nobody changed it.
     *
     * @param manifest what the agency signed, with the payload keys
     */
    record Opened(EnvelopeManifest manifest) implements EnvelopeOutcome {}

    /**
     * The parcel must be refused.
     *
     * @param reason why, for programs
     * @param detail why, in English, for the log
     */
    record Refused(Reason reason, String detail) implements EnvelopeOutcome {}

    /** Why an envelope is refused. */
    enum Reason {
        /** Larger than 1 MiB. */
        OVERSIZE,
        /** More than 500 recipients. */
        TOO_MANY_RECIPIENTS,
        /** Not an envelope of this protocol. */
        MALFORMED,
        /** An algorithm that the suite does not allow. */
        FORBIDDEN_ALGORITHM,
        /** Made for another suite, parcel, header or sender. */
        BINDING_MISMATCH,
        /** The recipients are not those that the sender sealed to. */
        RECIPIENT_STRIPPED,
        /** Not addressed to this key. */
        NOT_A_RECIPIENT,
        /** The key does not open it, or its content was changed. */
        UNDECIPHERABLE,
        /** One of the two signatures of the sender is missing. */
        MISSING_SIGNER,
        /** Signed by somebody else than the sender. */
        WRONG_SIGNER,
        /** A signature does not hold. */
        BAD_SIGNATURE
    }
}
