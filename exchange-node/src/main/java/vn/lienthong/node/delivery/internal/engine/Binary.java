package vn.lienthong.node.delivery.internal.engine;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Identifiers as {@code binary(16)}. */
final class Binary {

    private Binary() {}

    static byte[] of(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] column) {
        ByteBuffer id = ByteBuffer.wrap(column);
        return new UUID(id.getLong(), id.getLong());
    }
}
