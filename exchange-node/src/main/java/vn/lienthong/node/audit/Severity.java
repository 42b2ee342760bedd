package vn.lienthong.node.audit;

/** How much an event matters by itself; rules may find more in many of them. */
public enum Severity {
    /** Ordinary work. */
    INFO,
    /** Worth knowing: changes of rights, keys and settings. */
    NOTICE,
    /** Something was refused or did not work. */
    WARNING,
    /** Somebody has to look at it. */
    CRITICAL
}
