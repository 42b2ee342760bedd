package vn.lienthong.node.audit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.value.CanonicalUuid;

/**
 * Names an event and orders it: a UUID of version 7.
 *
 * @param value the identifier
 */
public record EventId(UUID value) implements Comparable<EventId> {

    private static final int OCTETS = 16;
    private static final int TIME_SHIFT = 16;

    /** Reads the canonical text; empty for anything else. */
    public static Optional<EventId> parse(String text) {
        return CanonicalUuid.parse(text).map(EventId::new);
    }

    /** The identifier in 16 octets, as {@link #octets()} gives it. */
    public static EventId of(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new EventId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    /** The smallest identifier of a moment: everything recorded from then on is not smaller. */
    public static EventId first(Instant at) {
        return new EventId(new UUID(Math.max(0, at.toEpochMilli()) << TIME_SHIFT, 0));
    }

    /** The identifier as it stands in the database: in the order of time. */
    public byte[] octets() {
        return ByteBuffer.allocate(OCTETS)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    @Override
    public int compareTo(EventId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high == 0
                ? Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits())
                : high;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
