package vn.lienthong.node.audit;

/** What an event is about. */
public enum EventClass {
    /** Signing in and out, second factors. */
    SESSION(RetentionClass.ACCESS, 3002),
    /** Refusals by permission. */
    PERMISSION(RetentionClass.ACCESS, 6003),
    /** Accounts and their roles. */
    ACCOUNT(RetentionClass.ACCESS, 3001),
    /** Keys of calling programs. */
    API_KEY(RetentionClass.ACCESS, 3004),
    /** Access to documents. */
    DOCUMENT(RetentionClass.DOCUMENT, 6006),
    /** Access to evidence. */
    EVIDENCE(RetentionClass.DOCUMENT, 6006),
    /** What other nodes sent and was turned away. */
    PEER(RetentionClass.EXCHANGE, 6003),
    /** Private keys and certificates. */
    KEY(RetentionClass.EXCHANGE, 3004),
    /** The central directory. */
    DIRECTORY(RetentionClass.EXCHANGE, 3004),
    /** Settings. */
    CONFIGURATION(RetentionClass.OPERATION, 3004),
    /** The machine: start, stop, clock. */
    OPERATION(RetentionClass.OPERATION, 6002),
    /** The append-only log. */
    LOG(RetentionClass.OPERATION, 6002),
    /** What officers did. */
    AUDIT(RetentionClass.AUDIT, 6003);

    private final RetentionClass retention;
    private final int ocsf;

    EventClass(RetentionClass retention, int ocsf) {
        this.retention = retention;
        this.ocsf = ocsf;
    }

    /** How long private parts are kept goes by this. */
    public RetentionClass retention() {
        return retention;
    }

    /** The number of the class in the Open Cybersecurity Schema Framework. */
    public int ocsf() {
        return ocsf;
    }
}
