package vn.lienthong.node.delivery.internal.rows;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Identifiers as {@code binary(16)}. */
public final class Binary {

    private Binary() {}

    /** Sixteen octets. */
    public static byte[] of(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** From sixteen octets. */
    public static UUID uuid(byte[] column) {
        ByteBuffer id = ByteBuffer.wrap(column);
        return new UUID(id.getLong(), id.getLong());
    }
}
