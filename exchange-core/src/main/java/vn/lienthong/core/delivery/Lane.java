package vn.lienthong.core.delivery;

import vn.lienthong.core.document.Urgency;

/** The queues that do not wait for each other: an urgent letter never stands behind a large file. */
public enum Lane {
    /** Urgent and small. */
    URGENT,
    /** Neither urgent nor large. */
    ORDINARY,
    /** Large, urgent or not: these travel by resumable upload. */
    BULK;

    /** The largest payload that travels in a batch: 8 MiB. */
    public static final long MAX_BATCHED = 8L << 20;

    /** Chooses the lane of a parcel by its urgency and the octets of its payload. */
    public static Lane of(Urgency urgency, long payloadSize) {
        if (payloadSize > MAX_BATCHED) {
            return BULK;
        }
        return urgency.isUrgent() ? URGENT : ORDINARY;
    }
}
