package vn.lienthong.node.audit;

/** Through which door it came. */
public enum Channel {
    /** The pages. */
    WEB,
    /** The REST interface, with an API key. */
    API,
    /** Another node. */
    EXCHANGE,
    /** This program itself. */
    SYSTEM
}
