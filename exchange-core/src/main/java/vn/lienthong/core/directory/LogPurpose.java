package vn.lienthong.core.directory;

/** Which of its logs a node lists. */
public enum LogPurpose {
    /** Evidence and security events. */
    EVENTS,
    /** The changes of the directory; only the central directory has it. */
    DIRECTORY
}
