package vn.lienthong.node.audit;

/** An event could not be recorded, so what it describes must not happen. The usual cause is a database that is away. */
public final class RecordingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For this cause. */
    public RecordingFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
