package vn.lienthong.node.log;

/**
 * A checkpoint has reached its quorum: the receipts of all entries below its size are complete. Published as an application
 * event on the thread that found it out; who listens returns at once.
 *
 * @param log which log
 * @param size of the checkpoint
 */
public record ReceiptsReady(LogName log, long size) {}
