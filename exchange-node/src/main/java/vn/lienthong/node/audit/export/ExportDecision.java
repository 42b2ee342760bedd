package vn.lienthong.node.audit.export;

/** What came of a second officer's decision about an export. */
public sealed interface ExportDecision {
    /**
     * It was decided.
     *
     * @param job as it is now
     */
    record Decided(ExportJob job) implements ExportDecision {}

    /** Nobody approves an own request; nothing was changed. */
    record OwnRequest() implements ExportDecision {}

    /** It was decided already, or waited too long; nothing was changed. */
    record TooLate() implements ExportDecision {}

    /** There is no such export. */
    record Absent() implements ExportDecision {}
}
