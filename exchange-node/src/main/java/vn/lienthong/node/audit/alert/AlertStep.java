package vn.lienthong.node.audit.alert;

/** What came of the wish to move an alert on. */
public sealed interface AlertStep {

    /**
     * It was moved.
     *
     * @param alert as it is now
     */
    record Moved(Alert alert) implements AlertStep {}

    /** Closing needs a note of at least ten characters; nothing was changed. */
    record NoteMissing() implements AlertStep {}

    /** It is closed already; nothing was changed. A new alert comes when it happens again. */
    record AlreadyClosed() implements AlertStep {}

    /** There is no such alert. */
    record Absent() implements AlertStep {}
}
