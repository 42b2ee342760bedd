package vn.lienthong.core.message;

import java.util.Optional;
import java.util.UUID;
import vn.lienthong.core.value.CanonicalUuid;

/**
 * The identity of a parcel (kiện): a time-ordered UUID (RFC 9562, version 7). It stays the same over all retries.
 *
 * @param value of version 7
 */
public record ParcelId(UUID value) implements Comparable<ParcelId> {

    /** Refuses identifiers of another version. */
    public ParcelId {
        CanonicalUuid.requireTimeOrdered(value);
    }

    /** Reads the canonical lower-case form; anything else is nothing. */
    public static Optional<ParcelId> parse(String text) {
        return CanonicalUuid.parseTimeOrdered(text).map(ParcelId::new);
    }

    @Override
    public int compareTo(ParcelId other) {
        return CanonicalUuid.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
