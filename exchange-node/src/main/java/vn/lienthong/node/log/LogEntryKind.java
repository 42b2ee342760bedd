package vn.lienthong.node.log;

/** What an entry of a log is; not part of the entry itself. */
public enum LogEntryKind {
    /** The very octets of a signed evidence. */
    EVIDENCE(1),
    /** A security event. */
    SECURITY_EVENT(2),
    /** The very octets of a publication of the central directory. */
    PUBLICATION(3),
    /** The commitment to a statement of an agency. */
    STATEMENT(4),
    /** That a log was closed and this one begun in its place; the first entry of it. */
    EPOCH(5);

    private final int column;

    LogEntryKind(int column) {
        this.column = column;
    }

    /** The value in the database; never changes. */
    public int column() {
        return column;
    }

    /**
     * The kind with this value in the database.
     *
     * @throws IllegalStateException when there is none, which means that the row was damaged
     */
    public static LogEntryKind of(int column) {
        for (LogEntryKind kind : values()) {
            if (kind.column == column) {
                return kind;
            }
        }
        throw new IllegalStateException("no kind of log entry has the number " + column);
    }
}
