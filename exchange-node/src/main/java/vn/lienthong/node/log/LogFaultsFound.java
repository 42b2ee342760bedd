package vn.lienthong.node.log;

/**
 * A verification found that something was changed. Published as an application event, after each verification that finds any.
 *
 * @param log which log
 * @param count number of all faults
 * @param first the first of them
 */
public record LogFaultsFound(LogName log, long count, LogVerdict.Fault first) {}
