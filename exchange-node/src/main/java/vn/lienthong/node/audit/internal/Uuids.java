package vn.lienthong.node.audit.internal;

import java.util.UUID;
import vn.lienthong.node.audit.EventId;

/** UUIDs as columns hold them. */
public final class Uuids {

    private Uuids() {}

    /** Sixteen octets. */
    public static byte[] octets(UUID value) {
        return new EventId(value).octets();
    }

    /** From sixteen octets. */
    public static UUID of(byte[] octets) {
        return EventId.of(octets).value();
    }
}
