package vn.lienthong.node.log;

/**
 * Where an entry stands.
 *
 * @param log in which log
 * @param index its place in the tree, from 0
 * @param closedEpoch number of the epoch in which that is, when it is closed; 0 for the log of today
 */
public record LogPosition(LogName log, long index, int closedEpoch) {

    /** A place in the log of today. */
    public LogPosition(LogName log, long index) {
        this(log, index, 0);
    }

    /** The value in the database for the log of that epoch. */
    public int column() {
        return closedEpoch == 0 ? log.column() : -closedEpoch;
    }
}
