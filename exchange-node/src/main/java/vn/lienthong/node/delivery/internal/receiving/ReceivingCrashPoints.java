package vn.lienthong.node.delivery.internal.receiving;

/** The places of the receiving side at which a test may have the process killed. */
public final class ReceivingCrashPoints {

    /** A parcel was verified; nothing of it is stored. */
    public static final String VERIFIED = "delivery.arrival-verified";

    /** The payload is durable; the database does not know the parcel. */
    public static final String STORED = "delivery.arrival-stored";

    /** Parcel and evidence are committed; nobody has been answered. */
    public static final String COMMITTED = "delivery.arrival-committed";

    /** The last octets of an upload are durable; it has not been verified. */
    public static final String UPLOADED = "delivery.upload-complete";

    /** A hand-over is committed; nobody has been answered and the evidence has not left. */
    public static final String HANDED_OVER = "delivery.handover-committed";

    /** Evidence has reached the other node; the queue does not know yet. */
    public static final String EVIDENCE_SENT = "delivery.evidence-sent";

    /** Evidence of another node is committed; it has not been answered. */
    public static final String EVIDENCE_TAKEN = "delivery.evidence-taken";

    private ReceivingCrashPoints() {}
}
