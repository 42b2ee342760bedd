package vn.lienthong.node.audit;

/** What came of the act. */
public enum Outcome {
    /** It was done. */
    SUCCESS,
    /** A rule stopped it: nothing was done. */
    BLOCKED,
    /** It was allowed and did not work. */
    FAILED
}
