package vn.lienthong.crypto.suite;

/** Whether a suite may be used. */
public sealed interface SuiteDecision {

    /**
     * The suite may be used.
     *
     * @param suite its algorithms
     */
    record Accepted(Suite suite) implements SuiteDecision {}

    /**
     * The suite must not be used; the parcel is refused, never re-sealed with something weaker.
     *
     * @param id the suite that was asked for
     * @param reason why
     */
    record Refused(SuiteId id, Reason reason) implements SuiteDecision {}

    /** Why a suite is refused. */
    enum Reason {
        /** The registry does not hold the suite. */
        UNKNOWN,
        /** The suite is too weak for this protection. */
        NOT_FOR_THIS_PROTECTION,
        /** The suite is not yet in force. */
        NOT_YET,
        /** The suite has been withdrawn. */
        NO_LONGER
    }
}
