package vn.lienthong.node.identity;

/** How far documents sent with a key may go. Everything else is the same for every kind. */
public enum ApiKeyKind {
    /** For trying out: everything is checked, nothing leaves; only simulated agencies are reached. */
    TEST,
    /** For a small circle: agencies of this node and simulated ones. */
    TEAM,
    /** For every agency of the directory. */
    LIVE
}
