package vn.lienthong.node.log;

/**
 * A log was closed by the operator and a new one begun under another name. Published as an application event, once the program is
 * ready.
 *
 * @param log which log
 * @param epoch number of the new one
 * @param closedOrigin name of the closed one
 * @param closedSize entries that the database had of it
 */
public record LogEpochBegun(LogName log, int epoch, String closedOrigin, long closedSize) {}
