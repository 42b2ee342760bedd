package vn.lienthong.node.log;

/**
 * Where an entry stands.
 *
 * @param log in which log
 * @param index its place in the tree, from 0
 */
public record LogPosition(LogName log, long index) {}
