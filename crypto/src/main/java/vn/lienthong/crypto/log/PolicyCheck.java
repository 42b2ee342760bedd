package vn.lienthong.crypto.log;

/** The outcome of holding a checkpoint against a policy. */
public sealed interface PolicyCheck {

    /**
     * A log of the policy signed it, and enough witnesses cosigned it.
     *
     * @param checkpoint what is attested
     */
    record Accepted(AttestedCheckpoint checkpoint) implements PolicyCheck {}

    /**
     * A log of the policy signed it; the witnesses are not enough, yet.
     *
     * @param checkpoint what is attested so far
     */
    record QuorumMissing(AttestedCheckpoint checkpoint) implements PolicyCheck {}

    /**
     * The checkpoint must not be relied on.
     *
     * @param reason why
     */
    record Rejected(Reason reason) implements PolicyCheck {}

    /** Why a checkpoint is rejected. */
    enum Reason {
        /** The note is no checkpoint. */
        NO_CHECKPOINT,
        /** No log of the policy has signed it. */
        UNKNOWN_LOG,
        /** A line bears name and id of a known key, and is not its signature. */
        BAD_SIGNATURE
    }
}
