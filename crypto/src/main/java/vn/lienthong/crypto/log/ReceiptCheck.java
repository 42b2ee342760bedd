package vn.lienthong.crypto.log;

/** What a receipt proves of an entry. */
public sealed interface ReceiptCheck {

    /**
     * The entry is in the log, and the quorum of the policy has seen the tree that holds it: nobody can deny or move the entry
     * without all of them.
     *
     * @param index place of the entry
     * @param checkpoint who says so, and when
     */
    record Proven(long index, AttestedCheckpoint checkpoint) implements ReceiptCheck {}

    /**
     * The log says that the entry is in it. That witnesses saw the same tree is not proven, or not yet.
     *
     * @param index place of the entry
     * @param checkpoint who says so, and when
     */
    record Unwitnessed(long index, AttestedCheckpoint checkpoint) implements ReceiptCheck {}

    /**
     * The receipt proves nothing.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements ReceiptCheck {}

    /** Why a receipt proves nothing. */
    enum Reason {
        /** It carries no checkpoint. */
        NO_CHECKPOINT,
        /** No log of the policy has signed its checkpoint. */
        UNKNOWN_LOG,
        /** A signature of a known key is bad. */
        BAD_SIGNATURE,
        /** The entry is not what stands at that place of the log. */
        NOT_INCLUDED
    }
}
