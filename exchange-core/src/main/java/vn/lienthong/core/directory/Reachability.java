package vn.lienthong.core.directory;

/** How parcels reach a node. */
public enum Reachability {
    /** Others open connections to it. */
    PUSH,
    /** It cannot be reached from outside and fetches its parcels itself. */
    PULL
}
