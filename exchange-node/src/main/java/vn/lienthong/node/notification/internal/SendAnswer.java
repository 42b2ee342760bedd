package vn.lienthong.node.notification.internal;

/** What came of sending something outside. */
sealed interface SendAnswer {
    /** It arrived. */
    record Sent() implements SendAnswer {}

    /**
     * It did not arrive; later it may.
     *
     * @param why for the log, without secrets
     */
    record Failed(String why) implements SendAnswer {}

    /**
     * It will never arrive there.
     *
     * @param why as a code that people are shown in words
     */
    record Refused(String why) implements SendAnswer {}
}
