package vn.lienthong.node.log;

/** The logs that an installation may hold; each is a tree, a chain of checkpoints and a set of keys of its own. */
public enum LogName {
    /** Evidence and security events: every installation has it. */
    EVENTS(1, "events"),
    /** The publications of the central directory and nothing else: in the directory role only. */
    DIRECTORY(2, "directory");

    private final int column;
    private final String word;

    LogName(int column, String word) {
        this.column = column;
        this.word = word;
    }

    /** The value in the database; never changes. */
    public int column() {
        return column;
    }

    /** The name in file names and logs. */
    public String word() {
        return word;
    }
}
