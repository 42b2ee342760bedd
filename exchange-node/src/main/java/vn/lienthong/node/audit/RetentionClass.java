package vn.lienthong.node.audit;

/** Which events share a period after which their private parts are erased. */
public enum RetentionClass {
    /** Who signed in, what was refused, which rights changed. */
    ACCESS,
    /** Who saw which document. */
    DOCUMENT,
    /** Keys, certificates, the directory, other nodes. */
    EXCHANGE,
    /** The machine, its settings, the log itself. */
    OPERATION,
    /** What officers did with the log. */
    AUDIT
}
