package vn.lienthong.node.events.internal;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/** The cursor as programs see it: nothing to be read or counted, only to be given back. */
final class EventCursor {

    private static final byte VERSION = 1;
    private static final int OCTETS = 1 + Long.BYTES;

    private EventCursor() {}

    static String write(long place) {
        byte[] octets = ByteBuffer.allocate(OCTETS).put(VERSION).putLong(place).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** Reads a cursor; without one the place before all. Empty when this node has not made it. */
    static Optional<Long> read(String text) {
        if (text.isEmpty()) {
            return Optional.of(0L);
        }
        try {
            ByteBuffer octets = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            boolean own = octets.remaining() == OCTETS && octets.get() == VERSION;
            return own ? Optional.of(octets.getLong()).filter(place -> place >= 0) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not base64.
            return Optional.empty();
        }
    }
}
