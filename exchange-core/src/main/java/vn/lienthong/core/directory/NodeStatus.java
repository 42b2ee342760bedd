package vn.lienthong.core.directory;

/** Whether a listed node takes part. */
public enum NodeStatus {
    /** It takes part. */
    ACTIVE,
    /** Parcels for it wait; it may not send. */
    SUSPENDED
}
