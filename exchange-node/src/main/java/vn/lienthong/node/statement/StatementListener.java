package vn.lienthong.node.statement;

/**
 * Hears of statements inside the very transaction that keeps them. All beans are called; what one throws undoes the statement, and
 * the other node sends it again: be quick and do not fail. Between two agencies of this node both methods are called.
 */
public interface StatementListener {

    /** Another agency has stated something to an agency of this node. */
    default void arrived(KeptStatement statement) {}

    /** An agency of this node has stated something. */
    default void stated(KeptStatement statement) {}
}
