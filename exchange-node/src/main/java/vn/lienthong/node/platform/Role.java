package vn.lienthong.node.platform;

/** What this installation is: set once by the sub-command that starts it. */
public enum Role {
    /** Serves one or more agencies. */
    NODE,
    /** The central directory: agencies, routes, keys and transitions. */
    DIRECTORY
}
