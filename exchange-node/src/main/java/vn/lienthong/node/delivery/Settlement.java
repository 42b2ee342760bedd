package vn.lienthong.node.delivery;

import vn.lienthong.node.evidence.StoredEvidence;

/** The answer to a hand-over or a refusal. */
public sealed interface Settlement {

    /**
     * Done, now or by the same call before.
     *
     * @param evidence of it
     */
    record Done(StoredEvidence evidence) implements Settlement {}

    /** The digest is not that of the package: nothing has changed. */
    record OtherDigest() implements Settlement {}

    /** The caller holds no lease of this name. */
    record NotLeased() implements Settlement {}

    /** The lease has ended; ask for another. */
    record LeaseEnded() implements Settlement {}

    /** It was settled otherwise before. */
    record AlreadySettled() implements Settlement {}

    /** There is no such entry, or not for this agency. */
    record Absent() implements Settlement {}
}
