package vn.lienthong.node.statement.internal;

/** The places at which a test may have the process killed. */
final class StatementCrashPoints {

    /** What follows from arrivals is stated and committed; nothing has left. */
    static final String STATED = "statement.stated";

    /** Statements of another node are committed; they have not been answered. */
    static final String TAKEN = "statement.taken";

    private StatementCrashPoints() {}
}
