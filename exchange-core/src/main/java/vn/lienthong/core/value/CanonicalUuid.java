package vn.lienthong.core.value;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** UUIDs in the one spelling that the protocol accepts: lower-case, with hyphens (RFC 9562). */
public final class CanonicalUuid {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int TIME_ORDERED = 7;
    private static final int VARIANT = 2;

    private CanonicalUuid() {}

    /** Reads any UUID; anything that is not in canonical form is nothing. */
    public static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Reads a UUID of version 7; anything else is nothing. */
    public static Optional<UUID> parseTimeOrdered(String text) {
        return parse(text).filter(CanonicalUuid::isTimeOrdered);
    }

    /** Throws {@link IllegalArgumentException} unless the UUID has version 7. */
    public static void requireTimeOrdered(UUID value) {
        if (!isTimeOrdered(value)) {
            throw new IllegalArgumentException("identifiers are UUIDs of version 7");
        }
    }

    /** Orders as the octets do, which for version 7 is the order in time; {@link UUID#compareTo} is signed and does not. */
    public static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    private static boolean isTimeOrdered(UUID value) {
        return value.version() == TIME_ORDERED && value.variant() == VARIANT;
    }
}
